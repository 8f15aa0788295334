import common from '../../data/schema/common.schema.json';
import drugs from '../../data/schema/drugs.schema.json';
import forms from '../../data/schema/forms.schema.json';
import guidelines from '../../data/schema/guidelines.schema.json';
import language from '../../data/schema/language.schema.json';
import lexicon from '../../data/schema/lexicon.schema.json';
import phrases from '../../data/schema/phrases.schema.json';
import rationale from '../../data/schema/rationale.schema.json';
import templates from '../../data/schema/templates.schema.json';
import treatments from '../../data/schema/treatments.schema.json';
import vocabulary from '../../data/schema/vocabulary.schema.json';
import type { JsonSchema, PackSchemas } from '../core/index';

/** The schemas of packs, for the packs that a team adds. */
export const builtinSchemas = {
  'common.schema.json': common,
  'drugs.schema.json': drugs,
  'guidelines.schema.json': guidelines,
  'language.schema.json': language,
  'lexicon.schema.json': lexicon,
  'phrases.schema.json': phrases,
  'rationale.schema.json': rationale,
  'templates.schema.json': templates,
  'treatments.schema.json': treatments,
  'vocabulary.schema.json': vocabulary,
} as unknown as PackSchemas;

/** The schema of a letter form. */
export const formSchema = forms as unknown as JsonSchema;

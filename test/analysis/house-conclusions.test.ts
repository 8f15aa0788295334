import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { builtinPacks } from '../../server/src/builtin/packs';
import { builtinSchemas } from '../../server/src/builtin/schemas';
import {
  askAbout,
  composeExample,
  createLibrary,
  type Library,
  lintLetter,
  readLetter,
  rules,
} from '../../server/src/core/index';
import { conclusionsOf } from '../model/conclusions-of';

describe("a team's own conclusion", () => {
  const { library, problems } = createLibrary(
    builtinPacks,
    [
      {
        path: 'house.yaml',
        content: {
          version: 1,
          kind: 'lexicon',
          add: {
            'conclusion.negative': ['{we|this reviewer} cannot endorse {the|this} {request|service}'],
            'conclusion.positive': ['{we|this reviewer} {endorse|endorses} {the|this} {request|service}'],
          },
        },
      },
    ],
    builtinSchemas,
  );
  const blocks = (conclusion: string, outcome = 'Upheld') => `Knee brace: ${outcome}

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The MTUS asks for an unstable knee. The knee of the injured worker is stable. ${conclusion}`;
  const codes = (own: Library, text: string) => {
    const letter = readLetter(composeExample({ blocks: text }), builtinForms);
    return lintLetter(askAbout(letter, own), rules).problems.map(({ code }) => code);
  };

  it('is read from a pack, with its polarity', () => {
    expect(problems).toEqual([]);
    const text = 'For this reason we cannot endorse the request. For that one, this reviewer endorses this service.';
    expect(conclusionsOf(text, library)).toEqual([
      '- we cannot endorse the request',
      '+ this reviewer endorses this service',
    ]);
    expect(conclusionsOf(text)).toEqual([]);
  });

  it('is none where somebody else says it, or it is asked', () => {
    expect(conclusionsOf('Utilization review stated that we cannot endorse the request.', library)).toEqual([]);
    expect(conclusionsOf('The question is whether we cannot endorse the request.', library)).toEqual([]);
  });

  it('silences IMR301, and is held against the outcome', () => {
    const text = blocks('Hence we cannot endorse the request.');
    expect(codes(builtinLibrary, text)).toContain('IMR301');
    expect(codes(library, text)).not.toContain('IMR301');
    expect(codes(library, text)).not.toContain('IMR302');
    expect(codes(library, blocks('Hence we cannot endorse the request.', 'Overturned'))).toContain('IMR302');
  });
});

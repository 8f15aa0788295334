// The script that a browser worker imports when language is first checked.
import { createLanguage } from '../language/create-language';

Object.assign(globalThis, { createImrLanguage: createLanguage });

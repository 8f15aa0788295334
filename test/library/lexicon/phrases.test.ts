import { describe, expect, it } from 'vitest';
import { smallLexicon } from './small-lexicon';

describe('a phrase', () => {
  it.each<[phrase: string, text: string, found: string[]]>([
    ['home exercise', 'A home exercise program, a Home  Exercise plan.', ['home exercise', 'Home  Exercise']],
    ['home exercise', 'At home exercises; homes exercise; a homexercise.', []],
    // punctuation must be there, separators are all one
    [
      'non-certified',
      'Non certified, non‑certified and non-certified.',
      ['Non certified', 'non‑certified', 'non-certified'],
    ],
    ["patient's", "The patient’s or the patient's leg.", ['patient’s', "patient's"]],
    ['however, the', 'However the file. However, the file.', ['However, the']],
    ['bench and bar', 'Bench & bar.', ['Bench & bar']],
    ['the file', 'the       file', []],
    // choices
    ['{is|was} filed', 'It is filed, was filed, were filed.', ['is filed', 'was filed']],
    ['{in the file|on record}', 'Nothing in the file or on record.', ['in the file', 'on record']],
    ['{a {red|blue}|the} ball', 'a red ball, a ball, the ball', ['a red ball', 'the ball']],
    ['was {?also|not} filed', 'was filed, was also filed, was never filed', ['was filed', 'was also filed']],
    // the longest wins, and finds do not overlap
    ['ball {?game}', 'A ball game.', ['ball game']],
    ['{one two|two three|one}', 'one two three', ['one two']],
    // words and gaps
    [
      'the {word} file',
      "the old file, the worker's file, the file, the very old file",
      ['the old file', "the worker's file"],
    ],
    ['{number} mg', '10 mg, 325mg, 2.5 mg, 1,000 mg, ten mg', ['10 mg', '325mg', '2.5 mg', '1,000 mg']],
    [
      'no {..2} file',
      'no file, no old file, no very old file, no such very old file',
      ['no file', 'no old file', 'no very old file'],
    ],
    ['no {..2} file', 'no, file; no 12 file', ['no 12 file']],
    ['no {..2,} file', 'no, (such) file; no; file', ['no, (such) file']],
    // what stands around
    ['file{! clerk}', 'a file clerk and a file', ['file']],
    ['file{! clerk| of the month}', 'file of the month, file of the year', ['file']],
    ['file {!of} {word}', 'file of it, file for it', ['file for']],
    ['{<!no|not a} file', 'no file, not a file, a file', ['file']],
    ['{^}the file', 'The file is here. In the file. The file', ['The file', 'The file']],
    ['the file{$}', 'In the file. The file is here (the file). See the file', ['the file', 'the file', 'the file']],
    // sentences
    ['file lost', 'The file. Lost again.', []],
    ['file{.} lost', 'The file. Lost again: file lost.', ['file. Lost', 'file lost']],
    // forms and beginnings
    ['deny~', 'deny denies denied denying denial', ['deny', 'denies', 'denied', 'denying']],
    ['stop~', 'stop stops stopped stopping stoped', ['stop', 'stops', 'stopped', 'stopping']],
    ['{note|refuse~} it', 'refusing it, refused it, noting it', ['refusing it', 'refused it']],
    ['undergo~', 'undergo underwent undergoed', ['undergo', 'underwent']],
    ['taper*', 'taper tapers Tapering untapered', ['taper', 'tapers', 'Tapering']],
    ['{tap*|taper} off', 'tapped off, taper off, tapering off', ['tapped off', 'taper off', 'tapering off']],
    // capitals
    ['MED', 'a med, a MED, a Med', ['MED']],
    ['the MED is {word}', 'the MED is high, the med is high', ['the MED is high']],
    ['med', 'a med, a MED', ['med', 'MED']],
  ])('%j in %j', (phrase, text, found) => {
    const { find, problems } = smallLexicon({ it: [phrase] }, { undergo: ['undergoes', 'underwent', 'undergone'] });
    expect(problems).toEqual([]);
    expect(find(text)).toEqual(found);
  });

  it('counts capitals where it is exact', () => {
    const { find } = smallLexicon({ it: [{ exact: 'in May' }, 'by may'] });
    expect(find('in May, in may, by May')).toEqual(['in May', 'by May']);
  });

  it('refers to other concepts, inside choices too', () => {
    const { find } = smallLexicon({
      it: ['{the|@whose} {@thing} {?@where}'],
      whose: ['his', 'her {?own}'],
      thing: ['file', 'record~'],
      where: ['at {home|work}'],
    });
    expect(find('The file, her own records at work, my file, his record at sea')).toEqual([
      'The file',
      'her own records at work',
      'his record',
    ]);
  });

  it('takes over what a concept must not stand behind', () => {
    const { find } = smallLexicon({ it: ['{@who} {left|stayed}'], who: ['{<!out}patient', 'worker'] });
    expect(find('The patient left. An out-patient stayed. The worker stayed.')).toEqual([
      'patient left',
      'worker stayed',
    ]);
  });

  it('is found beside phrases that begin alike', () => {
    const { spans } = smallLexicon({ a: ['not {..3} file'], b: ['not in {word} file'], c: ['in {?the} file'] });
    expect(['a', 'b', 'c'].map((id) => spans('not in the file', id))).toEqual([
      [{ start: 0, end: 15 }],
      [{ start: 0, end: 15 }],
      [{ start: 4, end: 15 }],
    ]);
  });
});

describe('a broken phrase', () => {
  it.each<[phrase: string, message: string]>([
    ['', 'a phrase is not empty'],
    ['a {b', 'a brace is not closed'],
    ['a b}', 'a brace is closed that was not opened'],
    ['a {b||c}', 'a choice is empty; "{?…}" is one that may be left out'],
    ['prescrib{e|ed}', 'a choice holds whole words; "~" or "*" behind a word stands for its endings'],
    ['{mis|un}fit', 'a choice holds whole words; "~" or "*" behind a word stands for its endings'],
    ['no {..99} file', 'a gap takes 1 to 20 words'],
    ['file {.} {..2} claim', 'a gap cannot stand right behind "{.}"'],
    ['{..2} file', 'a gap stands between words, not at the beginning or the end of a phrase'],
    ['file {..2} {?a}', 'a gap stands between words, not at the beginning or the end of a phrase'],
    ['a {!b {..6} c}', 'inside "{!…}" and "{<!…}" a gap takes at most 5 words and no marks'],
    ['a {@} b', '"@" names a concept: "{@conclusion.negative}"'],
    ['5~', '"~" stands behind a word'],
    ['a*', '"*" stands behind two letters or more'],
    ['{?a}', 'a phrase needs a word'],
    ['{!a}', 'a phrase needs a word'],
    ['a {<!b} c', '"{<!…}" stands at the beginning of a phrase only'],
    ['a {^} c', '"{^}" stands at the beginning of a phrase only'],
    ['a {$} c', '"{$}" stands at the end of a phrase only'],
    ['a {!b c} d', 'inside a phrase "{!…}" takes single words; at its end it takes several'],
    ['a {!b{$}}', '"{$}" and "{!…}" do not stand inside "{!…}" or "{<!…}"'],
    ['a {.}', '"{.}" stands between words only'],
    ['a {@none}', 'there is no concept "none"'],
    ['a {?@it}', '"@it" leads back to "it"'],
  ])('%j', (phrase, message) => {
    const { problems, find } = smallLexicon({ it: [phrase, 'sound'] });
    expect(problems).toEqual([`/concepts/0/phrases/0: ${message}`]);
    expect(find('a sound phrase')).toEqual(['sound']);
  });

  it('is the one that closes a circle', () => {
    const { problems } = smallLexicon({ a: ['x {@b}'], b: ['y', 'z {@c}'], c: ['{@a} w', 'v'] });
    expect(problems).toEqual(['/concepts/2/phrases/0: "@a" leads back to "c"']);
  });
});

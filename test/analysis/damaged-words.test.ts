// What a rationale says counts although characters in it are damaged; damage makes up for nothing that is missing.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, composeExample, lintLetter, readLetter, rules } from '../../server/src/core/index';

const nothing = 'The Expert Reviewer did not cite any medical evidence for its decision.';

function errorsIn(rationale: string, cited = 'Decision based on MTUS Knee Complaints 2004.'): readonly string[] {
  const blocks = `Knee brace: Upheld\n\nClaims Administrator guideline: Decision based on MTUS Knee Complaints 2004.\n\nMAXIMUS guideline: ${cited}\n\nDecision rationale: ${rationale}`;
  const { problems, failures } = lintLetter(
    askAbout(readLetter(composeExample({ blocks }), builtinForms), builtinLibrary),
    rules,
  );
  expect(failures).toEqual([]);
  return problems.map(({ code }) => code).filter((code) => ['IMR210', 'IMR301', 'IMR501'].includes(code));
}

describe('with damaged characters', () => {
  it.each(['â€œ', '\ufffd', 'ï¿½', 'Â '])('a conclusion with %j in it is none that is missing', (damage) => {
    const conclusion = `The knee is stable. The medical necessity of this request is ${damage}not established.`;
    expect(errorsIn(conclusion)).toEqual(['IMR501']);
  });

  it('a conclusion is missing where nothing concludes', () => {
    expect(errorsIn('The knee is stable. No brace was â€œtried before.')).toEqual(
      expect.arrayContaining(['IMR301', 'IMR501']),
    );
  });

  it('an item that goes with a denied operation owes no citation', () => {
    const rationale = (damage: string) =>
      `As the requested ${damage}surgical intervention is not medically necessary, the requested ancillary service is not medically necessary.`;
    expect(errorsIn(rationale(''), nothing)).toEqual([]);
    expect(errorsIn(rationale('â€œ'), nothing)).toEqual(['IMR501']);
  });

  it('any other item owes one', () => {
    const rationale = 'The knee is â€œstable. The request for a knee brace is not medically necessary.';
    expect(errorsIn(rationale, nothing)).toEqual(expect.arrayContaining(['IMR210', 'IMR501']));
  });
});

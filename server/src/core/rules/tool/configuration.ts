import { defineToolRule } from '../rule';

export const configuration = defineToolRule({
  code: 'IMR903',
  name: 'configuration',
  severity: 'warning',
  fix: 'review',
  summary: 'A configuration file or a pack says something that this tool does not understand.',
  why: 'What is not understood has no effect: a misspelt rule stays as it was, and nobody notices that a check is missing.',
  repair:
    'Correct the name or value; the nearest known one is offered. An entry that is broken is left out, the rest of the file counts.',
  examples: {
    bad: [
      {
        whole: `extends: [recomended]
          ^^^^^^^^^^
rules:
  mising-conclusion: error
  ^^^^^^^^^^^^^^^^^
  IMR503: info
          ^^^^
ignores: ["**/archive/**"]
^^^^^^^
`,
      },
    ],
    good: [
      {
        whole: `extends: [recommended]
rules:
  missing-conclusion: error
  IMR503: information
ignore: ["**/archive/**"]
`,
      },
    ],
  },
});

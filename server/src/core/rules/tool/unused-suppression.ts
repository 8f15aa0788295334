import { defineToolRule } from '../rule';

export const unusedSuppression = defineToolRule({
  code: 'IMR901',
  name: 'unused-suppression',
  severity: 'warning',
  fix: 'review',
  summary: 'A suppression hides nothing.',
  why: 'The text has changed, or the finding is gone. An unused suppression would hide the finding if it came back.',
  repair: 'Remove the entry. If the finding has come back in other words, judge it again.',
  examples: {
    bad: [
      {
        whole: `{
  "version": 1,
  "suppressions": [
    { "rule": "IMR503", "item": null, "text": "0123456789abcdef", "letter": "letter.txt", "reason": "printed so" }
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  ]
}
`,
      },
    ],
    good: [
      {
        whole: `{
  "version": 1,
  "suppressions": [
    { "rule": "IMR503", "item": null, "text": "0123456789abcdef", "letter": "another-letter.txt", "reason": "printed so" }
  ]
}
`,
      },
    ],
  },
});

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** The change of a file in the format of `diff -u` and `git apply`. Empty without a change. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const [from, to] = ['a', 'b'].map((side) => `${side}/${path.replace(/^\/+/, '')}`) as [string, string];
  return createTwoFilesPatch(from, to, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

// What happens to a letter on its way: each kind of damage as a function over its text.
import { builtinForms } from '../../server/src/builtin/forms';
import { readLetter } from '../../server/src/core/index';

export type Damage = (text: string) => string;

const lines = (text: string): string[] => text.split('\n');
/** A form feed stays before what a line begins with. */
const eachLine = (change: (line: string, i: number) => string): Damage => {
  return (text) =>
    lines(text)
      .map((line, i) => line.replace(/(\f?)([^\f]*)$/, (_, feed: string, rest: string) => feed + change(rest, i)))
      .join('\n');
};
const filled = (change: (line: string, i: number) => string) =>
  eachLine((line, i) => (line.trim() === '' ? line : change(line, i)));

/** Offsets of the text at which a page line may come: line ends between headings and labels, in fields and before labels. */
function seams(text: string): number[] {
  const { blocks } = readLetter(text, builtinForms);
  return blocks.flatMap(({ heading, fieldsInOrder }) => [
    heading.span.end,
    ...fieldsInOrder.flatMap(({ span }) => {
      const wrap = text.slice(span.start, span.end).search(/[a-z,]\n(?=[A-Za-z])/);
      return wrap < 0 ? [span.end] : [span.start + wrap + 1, span.end];
    }),
  ]);
}

/** A page line between empty lines at each seam. */
const paged = (line: (page: number) => string, before = '\n\n', behind = '\n\n'): Damage => {
  return (text) => {
    const places = seams(text);
    const parts = places.map((place, i) => text.slice(places[i - 1] ?? 0, place) + before + line(i + 1) + behind);
    return parts.join('') + text.slice(places.at(-1) ?? 0).replace(/^\n{1,2}/, '');
  };
};

const caseOf = (text: string): string => /CM\d\d-\d{7}/.exec(text)?.[0] ?? 'CM14-0123456';

const pageLines: Readonly<Record<string, (page: number) => string>> = {
  'page numbers': (page) => `${page}`,
  'page numbers between dashes': (page) => `- ${page} -`,
  'page numbers between long dashes': (page) => `— ${page} —`,
  'page numbers in brackets': (page) => `[${page}]`,
  'page numbers behind spaces': (page) => `${' '.repeat(60)}${page}`,
  'named pages': (page) => `Page ${page}`,
  'named pages in capitals': (page) => `PAGE ${page} OF 64`,
  'abbreviated pages': (page) => `Pg. ${page}`,
  'pages of pages': (page) => `${page} of 64`,
  'pages by a slash': (page) => `${page}/64`,
  'pages behind a bar': (page) => `Page | ${page}`,
  'pages before a bar': (page) => `${page} | Page`,
  'pages of pages by name': (page) => `page ${page} of 64 pages`,
  'roman numerals': (page) => `- ${['i', 'ii', 'iii', 'iv', 'v', 'vi'][page % 6]} -`,
  'pages in words': (page) => `Page ${['one', 'two', 'three', 'four', 'five'][page % 5]}`,
  'what is continued': () => '(continued)',
  'what goes on': () => 'Continued on next page',
  'dates of printing': () => 'Printed on 11/30/2016',
  stamps: () => 'CONFIDENTIAL',
  'stamps of peer review': () => 'CONFIDENTIAL - FOR PEER REVIEW ONLY',
  'long stamps': () => 'PRIVILEGED AND CONFIDENTIAL - DO NOT DISTRIBUTE',
  'fax lines': (page) => `11/30/2016 10:3${page % 10} AM FAX 916 555 0188    Page ${page}/64`,
  'other fax lines': (page) => `Nov. 30. 2016  2:15PM   No. 4711   P. ${page}/64`,
  'fax lines with both ends': (page) => `To: 19165550188   From: 14155550123   11/30/16 4:02pm   p. ${page} of 64`,
  'fax lines of a server': (page) => `Received: Dec 1 2016 02:14pm  From: 4155550123  To: 9165550188  Page: ${page}`,
  'browser lines': (page) => `file:///D:/Letters/letter.html    ${page}/64`,
  'browser titles': () => '11/30/2016, 9:14 AM    Independent Medical Review',
  'web addresses': (page) => `https://portal.example.org/letters/print?id=12    ${page}/64`,
  rules: () => '________________________________________',
  'rules of dashes': () => '- - - - - - - - - - - - -',
  'rules of stars': () => '* * *',
};

/** What else stands at the edges of pages: shapes that are told when they occur once. */
export const furniture: Readonly<Record<string, (page: number) => string>> = {
  'numbers in round brackets': (page) => `(${page})`,
  'numbers between middle dots': (page) => `· ${page} ·`,
  'Bates numbers': (page) => `RIVERA-${String(page).padStart(6, '0')}`,
  'Bates numbers behind a space': (page) => `DEF ${String(page).padStart(6, '0')}`,
  'numbers of pages in a file': (page) => String(page).padStart(6, '0'),
  'a company and a page': (page) => `Acme Review, LLC    Page ${page} of 64`,
  'a page and a revision': (page) => `Page ${page} of 64    Rev. 06/2015`,
  'a file and a page': (page) => `letter-final.docx    Page ${page} of 64`,
  'fax lines from and to': (page) => `FROM: 4155550123 TO: 9165550188 P.${String(page).padStart(3, '0')}/064`,
  'fax lines with names': (page) => `FROM: ACME CLINIC    TO: 19165550188    P.${String(page).padStart(3, '0')}/064`,
  'fax lines with transfers': (page) =>
    `12-01-'16 14:02 FROM-ACME CLINIC   4155550123   T-123  P000${page % 10}/0064 F-456`,
  'web addresses and dates': () => 'https://portal.example.org/letters/12    11/30/2016',
  'spaced pages': (page) => `P a g e | ${page}`,
  'pages with their name in full': (page) => `Page No. ${page} of 64`,
  'ends of pages': (page) => `*** end of page ${page} ***`,
  'page breaks': () => '----- page break -----',
  'images of pages': (page) => `Image ${page} of 64`,
  'pages read badly': (page) => `Paqe ${page} 0f 64`,
  'rules of dots': () => '. . . . . . . . . .',
  specks: () => '~ . -',
  'spaced stamps': () => 'D R A F T',
  'stamps of receipt': () => 'RECEIVED DEC 01 2016',
  'numbers of documents': () => 'Document ID: 4711-0815',
  paths: () => 'C:\\Letters\\2016\\letter.docx',
  'notices of copyright': () => '© 2016 Acme Review, LLC',
  'lines that go on': (page) => `(continued on page ${page + 1})`,
  'telephones of a letterhead': () => 'Phone: (916) 555-0188   Fax: (916) 555-0189',
  'pages of pages in the plural': (page) => `Pages ${page} of 64`,
  'pages that go on': (page) => `Page ${page} (cont.)`,
  'numbers between squares': (page) => `▪ ${page} ▪`,
  'rules of bars': () => '▬▬▬▬▬▬▬▬▬▬▬▬',
  'rules of equals signs': () => '==============================',
  'pages between equals signs': (page) => `=== Page ${page} ===`,
  'stamps of originals': () => 'ORIGINAL',
  'stamps of copies': () => 'UNOFFICIAL COPY',
  'stamps of high confidence': () => 'HIGHLY CONFIDENTIAL',
  'stamps of protection': () => 'CONFIDENTIAL MEDICAL INFORMATION - PROTECTED BY HIPAA',
  'blank pages': () => 'This page intentionally left blank',
  'files in a viewer': (page) => `Letter.pdf - Adobe Acrobat Pro    ${page}/64`,
  'titles and numbers': (page) => `Independent Medical Review                    ${page}`,
  'dates and pages': (page) => `12/01/2016   Page ${page} of 64`,
};

/** Lines that only their return tells from text: the same words on each page, or a number that counts. */
export const running: Readonly<Record<string, (page: number) => string>> = {
  'a title and a page': (page) => `Letter to the Injured Worker, page ${page}`,
  'a name and a page': (page) => `Jane Q. Worker - Page ${page}`,
  'exhibits that count': (page) => `DEFENDANT'S EXHIBIT A ${String(page).padStart(4, '0')}`,
  'batches that count': (page) => `Batch 7 Sheet ${page} Acme`,
  'a title alone': () => 'Acme Review Services Northern Region',
};

/** The codes of quoted-printable, as a mail keeps them: lines of at most 76 characters, `=` behind a line that goes on. */
function quotedPrintable(text: string): string {
  const coded = text
    .replaceAll('=', '=3D')
    .replace(/[\u0080-\uffff]+/g, (run) =>
      [...new TextEncoder().encode(run)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
    );
  return coded.replace(/[^\n]{70}(?=[^\n]{6})(?<!=.?)/g, '$&=\n');
}

const byCase: Readonly<Record<string, Damage>> = {
  'case numbers': (text) => paged(() => caseOf(text))(text),
  'case numbers with short pages': (text) => paged((page) => `${caseOf(text)} p. ${page}`)(text),
  'case numbers with pages': (text) => paged((page) => `Case Number: ${caseOf(text)}     Page ${page} of 64`)(text),
  'running titles': (text) => paged((page) => `Final Determination for IMR Case ${caseOf(text)}   ${page}`)(text),
  'titles and form feeds': paged(() => 'Independent Medical Review', '\n\n', '\n\f'),
};

const ligatures: readonly (readonly [string, string])[] = [
  ['ffi', '\ufb03'],
  ['ffl', '\ufb04'],
  ['ff', '\ufb00'],
  ['fi', '\ufb01'],
  ['fl', '\ufb02'],
];

export const characters: Readonly<Record<string, Damage>> = {
  'hyphens that do not break': (text) => text.replaceAll('-', '\u2011'),
  'Unicode hyphens': (text) => text.replaceAll('-', '\u2010'),
  'dashes in ranges and dates': (text) => text.replace(/(?<=\d)-(?=\d)/g, '\u2013'),
  'minus signs': (text) => text.replace(/(?<=\d)-(?=\d)/g, '\u2212'),
  'soft hyphens for hyphens': (text) => text.replace(/(?<=[A-Z\d])-(?=[A-Z\d])/g, '\u00ad'),
  'soft hyphens in words': (text) => text.replace(/(?<=[a-z]{3})(?=[a-z]{3})/g, '\u00ad'),
  'zero-width spaces in words': (text) => text.replace(/(?<=[A-Za-z])(?=[a-z]{4})/g, '\u200b'),
  'marks of direction': (text) => text.replace(/(?<=[a-z]) (?=[A-Z])/g, ' \u200e').replace(/: (?=\w)/g, ': \u200f'),
  'word joiners and variation selectors': (text) => text.replace(/(?<=\w)(?=[\s,])/g, '\u2060\ufe0f'),
  ligatures: (text) => ligatures.reduce((all, [plain, one]) => all.replaceAll(plain, one), text),
  'hard spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'narrow spaces': (text) => text.replace(/(?<=\S) (?=\S)/g, '\u202f'),
  'ideographic spaces': (text) => text.replace(/(?<=\S) (?=\S)/g, '\u3000'),
  'full-width colons': (text) => text.replaceAll(':', '\uff1a'),
  'vertical tabs': (text) => text.replaceAll('\n', '\v'),
  'next lines': (text) => text.replaceAll('\n', '\u0085'),
  'line separators': (text) => text.replaceAll('\n', '\u2028'),
  'paragraph separators': (text) => text.replaceAll('\n\n', '\u2029'),
  'CR LF': (text) => text.replaceAll('\n', '\r\n'),
  'a space in Section(s)': (text) => text.replaceAll('Section(s)', 'Section (s)'),
  'a space behind Section(s) and Page(s)': (text) => text.replace(/(?<=(?:Section|Page)\(s\)):/g, ' :'),
};

export const marks: Readonly<Record<string, Damage>> = {
  quotes: eachLine((line) => `> ${line}`),
  'quotes without spaces': eachLine((line) => `>${line}`),
  'quotes of quotes': eachLine((line) => `> > ${line}`),
  'quotes behind a mail header': (text) =>
    `From: A. Reviewer\nSent: Monday, November 30, 2016 9:14 AM\nSubject: letter\n\n${eachLine((line) => `> ${line}`)(text)}`,
  'line numbers': eachLine((line, i) => `${String(i + 1).padStart(3)}  ${line}`),
  'line numbers with periods': eachLine((line, i) => `${i + 1}. ${line}`),
  'line numbers by page': eachLine((line, i) => `${String((i % 28) + 1).padStart(2)}\t${line}`),
  'numbers of lines with text': (text) => {
    let count = 0;
    return filled((line) => `${++count}: ${line}`)(text);
  },
  'line numbers in brackets': eachLine((line, i) => `(${i + 40}) ${line}`),
  'line numbers on each fifth line': eachLine((line, i) => ((i + 1) % 5 === 0 ? `${i + 1}  ${line}` : `    ${line}`)),
  'numbered paragraphs': (text) => {
    // A paragraph that an empty line parts bears one number in truth.
    if (/\n[ \f]*\n[a-z]|\n \n/.test(text)) return text;
    let count = 0;
    return text.replace(/(?<=^|\n\n)(?=[^\n\f])/g, () => `${++count}. `);
  },
  'quotes with initials': eachLine((line) => `JD> ${line}`),
  'quotes between lines of a terminal': eachLine((line) => `│ ${line}`),
  'comments of a program': filled((line) => `// ${line}`),
  'Roman numerals before labels': (text) => text.replace(/^(?=[A-Z][A-Za-z ]+(?:guideline|rationale):)/gm, 'ii. '),
  'check boxes before labels': (text) => text.replace(/^(?=[A-Z][A-Za-z ]+(?:guideline|rationale):)/gm, '[x] '),
  'a code block': (text) => `\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`,
  'the end of a code block': (text) => `${text.trimEnd()}\n\`\`\`\n`,
  'a signature': (text) => `${text.trimEnd()}\n\n-- \nJ. Q. Public, M.D.\nAcme Review, LLC\n(916) 555-0188\n`,
  'a signature below a rule': (text) => `${text.trimEnd()}\n\n________________\nJ. Q. Public, M.D.\nAcme Review, LLC\n`,
  'the notice of a mail': (text) =>
    `${text.trimEnd()}\n\nThis e-mail and its attachments are confidential. If you are not the intended recipient, please delete them.\n`,
  'the closing of a mail': (text) => `${text.trimEnd()}\n\nBest regards,\nJ. Q. Public\n`,
  'the name of a telephone': (text) => `${text.trimEnd()}\n\nSent from my iPhone\n`,
  'codes of a mail': quotedPrintable,
  'spaces of a mail': filled((line) => `${line}=20`),
  'paragraphs of a web page': (text) =>
    text.replace(/(?<=^|\n\n)(?:[^\n]+\n?)+/g, (lines) => `<p>${lines.trimEnd()}</p>\n`),
  'line ends of a web page': filled((line) => `${line}<br>`),
  'line ends of Markdown': filled((line) => `${line}\\`),
  'marks of paragraphs': filled((line) => `${line}¶`),
  'escapes of JSON': (text) => `${text.replaceAll('"', '\\"').replaceAll('\n', '\\n')}`,
  'a cell of a table': (text) => `"${text.trimEnd().replaceAll('"', '""')}"\n`,
  'capitals set apart': (text) =>
    text.replace(/^ *([A-Z][A-Z ,()]{12,})$/gm, (_, words: string) => [...words].join(' ')),
  bullets: filled((line) => `• ${line}`),
  'dashes as bullets': filled((line) => `- ${line}`),
  'bullets before labels': (text) => text.replace(/^(?=[A-Z][A-Za-z ]+(?:guideline|rationale):)/gm, '* '),
  'numbers behind a hash before labels': (text) => {
    let count = 0;
    return text.replace(/^(?=[A-Z][A-Za-z ]+(?:guideline|rationale):)/gm, () => `#${++count} `);
  },
  'letters before labels': (text) => text.replace(/^(?=[A-Z][A-Za-z ]+(?:guideline|rationale):)/gm, 'a. '),
  'bold labels': (text) => text.replace(/^([A-Z][A-Za-z ]+(?:guideline|rationale):)/gm, '**$1**'),
  'bold outcomes': (text) => text.replace(/: (Upheld|Overturned)$/gm, ': **$1**'),
  'emphasized outcomes': (text) => text.replace(/: (Upheld|Overturned)$/gm, ': _$1_'),
  'bold capitals': (text) => text.replace(/^ *([A-Z][A-Z ,()]{12,})$/gm, '**$1 **'),
  'Markdown headings': (text) => text.replace(/^ *([A-Z][A-Z ,()]{12,})$/gm, '## $1'),
  'escaped punctuation': (text) => text.replace(/(?<!^)([#*()[\]])(?=\w)/gm, '\\$1'),
};

/** Marks so few that a letter may have them. */
export const lists: Readonly<Record<string, Damage>> = {
  'a list of one label': (text) => text.replace(/^(?=[A-Z][A-Za-z ]+guideline:)/m, '1. '),
  'numbers on lines of their own': (text) => text.replace(/^(?=[A-Z][A-Za-z ]+(?:guideline|rationale):)/gm, '1.\n'),
  'letters before sections': (text) => text.replace(/^ *(?=[A-Z][A-Z ,()]{12,}$)/gm, 'B. '),
};

export const pages: Readonly<Record<string, Damage>> = {
  ...Object.fromEntries(Object.entries(pageLines).map(([name, line]) => [name, paged(line)])),
  ...Object.fromEntries(
    Object.entries(pageLines)
      .filter(([name]) => /^(?:named|pages of|stamps|fax)/.test(name))
      .map(([name, line]) => [`${name} without empty lines`, paged(line, '\n', '\n')]),
  ),
  ...byCase,
};

type Row = readonly [label: string, value: string];

/** The header's rows as another program sets them. */
const header = (set: (rows: readonly Row[]) => string): Damage => {
  return (text) => {
    const { header: found, form, source } = readLetter(text, builtinForms);
    if (!found) return text;
    const rows = form.headerRows.flatMap(({ key, label }): Row[] => {
      const field = found.fields[key];
      return field ? [[`${label}:`, field.text]] : [];
    });
    const end = text.indexOf('\n', Math.max(found.span.end - 1, 0));
    return text.slice(0, found.span.start) + set(rows) + source.text.slice(end < 0 ? text.length : end);
  };
};

export const headers: Readonly<Record<string, Damage>> = {
  'a row a line': header((rows) => rows.map((row) => row.join(' ')).join('\n')),
  'a cell a line': header((rows) => rows.flat().join('\n')),
  'a cell a paragraph': header((rows) => rows.flat().join('\n\n')),
  'labels first': header((rows) => [...rows.map(([label]) => label), ...rows.map(([, value]) => value)].join('\n')),
  'cells glued': header((rows) => `${rows.slice(0, 1).flat().join('')}\n${rows.slice(1).flat().join('')}`),
  'cells between pipes': header((rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n')),
  'a Markdown table': header(
    (rows) => `| Field | Value |\n|-------|-------|\n${rows.map((row) => `| **${row[0]}** | ${row[1]} |`).join('\n')}`,
  ),
  'cells in a box': header(
    (rows) => `┌───┬───┐\n${rows.map((row) => `│ ${row.join(' │ ')} │`).join('\n├───┼───┤\n')}\n└───┴───┘`,
  ),
  'colons set apart': header((rows) => rows.map(([label, value]) => `${label.slice(0, -1)} : ${value}`).join('\n')),
  'cells between tabs': header((rows) => rows.map((row) => row.join('\t')).join('\n')),
};

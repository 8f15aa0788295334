import { describe, expect, it } from 'vitest';
import { importMail } from '../../server/src/import/mail';
import { bytesOf } from './documents';

const head = 'From: A. Reviewer <a@example.org>\r\nSubject: letter\r\nMIME-Version: 1.0\r\n';
const mail = (fields: string, body: string): Uint8Array => bytesOf(`${head}${fields}\r\n\r\n${body}`);
const part = (fields: string, body: string): string => `${fields}\r\n\r\n${body}`;
const multipart = (kind: string, parts: readonly string[], boundary = 'b=_1'): string =>
  part(
    `Content-Type: multipart/${kind};\r\n boundary="${boundary}"`,
    `preamble\r\n${parts.map((each) => `--${boundary}\r\n${each}\r\n`).join('')}--${boundary}--\r\nepilogue\r\n`,
  );
const plain = part('Content-Type: text/plain; charset=utf-8', 'The plain text.');
const html = part('Content-Type: text/html', '<p>The <b>page</b>.</p>');
const pdf = part(
  'Content-Type: application/pdf; name="letter.pdf"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="letter.pdf"',
  'JVBERi0xLjc=',
);
const whole = (body: string): Uint8Array => bytesOf(`${head}${body}`);

describe('a mail', () => {
  it('is read as its first part with text', () => {
    expect(importMail(mail('Content-Type: text/plain', 'One line,\r\nand another.')).text).toBe(
      'One line,\nand another.\n',
    );
    expect(importMail(bytesOf('Subject: x\n\nNo type.\n\nNext.')).starts).toEqual([0, 10]);
    expect(importMail(whole(multipart('alternative', [plain, html]))).text).toBe('The plain text.\n');
    expect(importMail(whole(multipart('alternative', [part('Content-Type: text/plain', ' \r\n'), html]))).text).toBe(
      'The page.\n',
    );
    expect(
      importMail(
        whole(multipart('mixed', [multipart('related', [multipart('alternative', [plain, html], 'c')], 'd'), pdf])),
      ).text,
    ).toBe('The plain text.\n');
  });

  it('lists attachments and never opens them', () => {
    const attached = part(
      'Content-Type: message/rfc822',
      `${head}Content-Type: text/plain\r\n\r\nOf the attached mail.`,
    );
    const textFile = part('Content-Type: text/plain; name=notes.txt\r\nContent-Disposition: attachment', 'Notes.');
    const { text, notes } = importMail(whole(multipart('mixed', [textFile, pdf, plain, attached, html])));
    expect(text).toBe('The plain text.\n');
    expect(notes).toEqual([
      'Attachments were not opened: notes.txt, letter.pdf, message/rfc822.',
      'Further parts with text were left out.',
    ]);
  });

  it('has names of attachments in any form, without control characters', () => {
    const names = [
      `filename*=utf-8''r%C3%A9sum%C3%A9%1b.pdf`,
      'filename="=?utf-8?Q?l=C3=B6sung_1.pdf?="',
      'filename="=?iso-8859-1?B?6S5wZGY=?="',
      'filename*0="long-"; filename*1="name.pdf"',
    ].map((name) => part(`Content-Type: application/pdf\r\nContent-Disposition: attachment; ${name}`, ''));
    expect(importMail(whole(multipart('mixed', [plain, ...names]))).notes).toEqual([
      'Attachments were not opened: r\u00e9sum\u00e9\ufffd.pdf, l\u00f6sung 1.pdf, \u00e9.pdf, long-name.pdf.',
    ]);
  });

  it.each([
    ['quoted-printable', 'utf-8', 'Section =E2=80=93 is=\r\n not "=zz" =3D 1.  ', 'Section \u2013 is not "=zz" = 1.'],
    ['base64', 'utf-8', 'U2VjdGlvbiDi\r\ngJM=', 'Section \u2013'],
    ['8bit', 'iso-8859-1', 'L\xf3pez', 'L\u00f3pez'],
    ['8bit', 'windows-1251', '\xcb\xee', '\u041b\u043e'],
    ['7bit', 'utf-8', 'plain', 'plain'],
    ['8bit', 'us-ascii', 'wrongly named \xe2\x80\x93', 'wrongly named \u2013'],
    ['8bit', 'x-unknown', 'L\xf3pez', 'L\u00f3pez'],
    ['x-unknown', 'utf-8', 'as it is', 'as it is'],
  ])('in %s and %s is decoded', (encoding, charset, body, text) => {
    const fields = `Content-Type: text/plain; charset="${charset}"\r\nContent-Transfer-Encoding: ${encoding}`;
    expect(importMail(mail(fields, body)).text).toBe(`${text}\n`);
  });

  it('in format=flowed has its lines joined', () => {
    const body = 'The request is not \r\nmedically necessary.\r\n\r\n> quoted \r\n> words\r\n From here';
    expect(importMail(mail('Content-Type: text/plain; format=flowed', body)).text).toBe(
      'The request is not medically necessary.\n\n> quoted words\nFrom here\n',
    );
  });

  it('with a boundary that is missing or never comes is read as the text that it is', () => {
    expect(importMail(mail('Content-Type: multipart/mixed', 'Just text.')).text).toBe('Just text.\n');
    expect(importMail(mail('Content-Type: multipart/mixed; boundary=x', 'Just text.')).text).toBe('Just text.\n');
    expect(importMail(mail('Content-Type: multipart/mixed; boundary=x', '--x\r\n\r\nNot closed.')).text).toBe(
      'Not closed.\n',
    );
  });

  it.each([
    ['no mail', 'A letter without a header.\n\nFrom: nobody', /not an email/],
    [
      'a mail with attachments only',
      `${head}${multipart('mixed', [pdf])}`,
      /has no text; attachments are not opened: letter\.pdf$/,
    ],
    ['an empty mail', `${head}\r\n`, /has no text$/],
    [
      'a mail nested too deeply',
      head +
        Array.from({ length: 60 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join(
          '',
        ),
      /nested too deeply/,
    ],
    [
      'a mail of too many parts',
      head +
        multipart(
          'mixed',
          Array.from({ length: 2000 }, () => plain),
        ),
      /more than 1000 parts/,
    ],
    ['a mail whose text is binary', `${head}\r\n\0\0\0`, /binary/],
  ])('%s is refused with a sentence', (_, source, reason) => {
    expect(() => importMail(bytesOf(source))).toThrow(reason);
  });

  it.each([
    ['a long line of marks', mail('Content-Type: multipart/mixed; boundary="-"', '-'.repeat(400_000))],
    ['many header fields', bytesOf(`${'X-A: b\n'.repeat(50_000)}Subject: x\n\ntext`)],
    [
      'a long field',
      bytesOf(`Subject: ${'a;b="'.repeat(100_000)}\nContent-Type: text/plain${';'.repeat(100_000)}\n\ntext`),
    ],
    ['many equals signs', mail('Content-Transfer-Encoding: quoted-printable', `x${'= '.repeat(200_000)}`)],
  ])('with %s is read', (_, source) => {
    expect(importMail(source).text.length).toBeGreaterThan(1);
  });
});

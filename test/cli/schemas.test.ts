// The published schemas of the JSON output, against what the commands print.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { fictionalLetters, sampleLetters } from '../letters/fictional';
import { root } from '../project';
import { sharedLettersFolder } from '../shared-letters';
import { openDesk } from './imr';

const desk = openDesk();
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const schemaOf = (name: string) => JSON.parse(readFileSync(join(root, `docs/json/${name}.schema.json`), 'utf8'));
const paths = [...sampleLetters(), ...fictionalLetters()].map(({ path }) => path);
const shared = sharedLettersFolder(root);

/** The schema without room for fields that it does not describe: what is printed is described, too. */
function closed<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(closed) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isObject = 'type' in schema && schema.type === 'object';
  return (isObject ? { ...inside, additionalProperties: false } : inside) as T;
}

function agree(validate: ValidateFunction, text: string): void {
  validate(JSON.parse(text));
  expect(validate.errors ?? []).toEqual([]);
}

describe('the schema of imr parse', { timeout: 120_000 }, () => {
  const validate = ajv.compile(closed(schemaOf('parse')));

  it('fits one letter, each line and the list of many', () => {
    for (const path of paths.slice(0, 3)) agree(validate, desk.imr(['parse', path]).out);
    for (const line of desk
      .imr(['parse', '--format', 'ndjson', ...paths])
      .out.trimEnd()
      .split('\n'))
      agree(validate, line);
    agree(validate, desk.imr(['parse', ...paths, ...(shared ? [shared] : [])]).out);
  });

  it('fits nothing else', () => {
    const letter = JSON.parse(desk.imr(['parse', paths[0] ?? '']).out);
    expect(validate({ ...letter, header: {} })).toBe(false);
    expect(validate({ ...letter, blocks: [{}] })).toBe(false);
  });
});

describe('the schema of imr check', { timeout: 120_000 }, () => {
  const validate = ajv.compile(closed(schemaOf('check')));

  it('fits the report', () => {
    agree(
      validate,
      desk.imr(['check', '--format', 'json', '--min-severity', 'hint', ...paths, ...(shared ? [shared] : [])]).out,
    );
    agree(validate, desk.imr(['check', '--format', 'json', 'missing.txt']).out);
  });

  it('fits each line', () => {
    const validateFile = ajv.compile({ $ref: '#/$defs/file', $defs: closed(schemaOf('check').$defs) });
    for (const line of desk
      .imr(['check', '--format', 'ndjson', ...paths])
      .out.trimEnd()
      .split('\n'))
      agree(validateFile, line);
  });

  it('fits nothing else', () => {
    const report = JSON.parse(desk.imr(['check', '--format', 'json', ...paths]).out);
    expect(report.files.flatMap(({ problems }: { problems: unknown[] }) => problems).length).toBeGreaterThan(0);
    expect(validate({ ...report, schemaVersion: 2 })).toBe(false);
    expect(validate({ ...report, files: [{ ...report.files[0], problems: [{ code: 'X' }] }] })).toBe(false);
  });
});

describe('the schemas', () => {
  it.each(['parse', 'check', 'stats'])('leave room for fields to come in %s', (name) => {
    expect(JSON.stringify(schemaOf(name))).not.toContain('additionalProperties');
  });
});

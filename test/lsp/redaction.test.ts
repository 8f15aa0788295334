import { afterEach, describe, expect, it } from 'vitest';
import { composeExample } from '../../server/src/core/index';
import { sendRequest } from '../../server/src/protocol/messages';
import { redactedLetter } from '../../server/src/protocol/redaction';
import { connect, type TestClient } from './client';
import { OpenLetter } from './editor';

let client: TestClient;
afterEach(() => client.close());

describe('the redacted letter', () => {
  it('is given of an open letter, which stays as it is', async () => {
    client = await connect();
    const text = composeExample({}).replace(/year old (?:fe)?male/, '$& (DOB: 03/09/1972)');
    const { uri } = await OpenLetter.open(client, text);
    expect(await sendRequest(client.connection, redactedLetter, { uri })).toEqual({
      text: text.replace('03/09/1972', '[BIRTH DATE REDACTED]'),
      replaced: ['1 birth date'],
    });
  });

  it('is none of another text', async () => {
    client = await connect();
    const { uri } = await OpenLetter.open(client, 'Nothing.', 'file:///letters/b.txt', 'plaintext');
    expect(await sendRequest(client.connection, redactedLetter, { uri })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { requestOf } from '../../server/src/supervisor/message';
import { Registrations } from '../../server/src/supervisor/registrations';

const registerOf = (...registrations: object[]) => requestOf(7, 'client/registerCapability', { registrations });
const watching = { method: 'workspace/didChangeWatchedFiles', registerOptions: { watchers: [] } };
const asking = { method: 'textDocument/diagnostic', registerOptions: { identifier: 'imr' } };

describe('what workers register', () => {
  it('is asked of the client once, whichever worker asks', () => {
    const registrations = new Registrations();
    const first = registrations.follow(registerOf({ id: 'a', ...watching }), 0);
    expect(first?.params).toEqual({ registrations: [{ id: '0.a', ...watching }] });
    expect(registrations.follow(registerOf({ id: 'b', ...watching }), 1)).toBeUndefined();
    const more = registrations.follow(registerOf({ id: 'c', ...watching }, { id: 'd', ...asking }), 2);
    expect(more).toMatchObject({ id: 7, params: { registrations: [{ id: '2.d', ...asking }] } });
  });

  it('is undone under the id that the client knows, and may be done again', () => {
    const registrations = new Registrations();
    registrations.follow(registerOf({ id: 'a', ...watching }), 0);
    registrations.follow(registerOf({ id: 'b', ...watching }), 1);
    const unregisterations = [{ id: 'b', method: watching.method }];
    const undone = registrations.follow(requestOf(8, 'client/unregisterCapability', { unregisterations }), 1);
    expect(undone?.params).toEqual({ unregisterations: [{ id: '0.a', method: watching.method }] });
    expect(registrations.follow(registerOf({ id: 'c', ...watching }), 1)).toBeDefined();
  });

  it('leaves any other request as it is', () => {
    const request = requestOf(9, 'workspace/configuration', { items: [] });
    expect(new Registrations().follow(request, 0)).toBe(request);
  });
});

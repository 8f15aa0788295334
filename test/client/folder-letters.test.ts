import { beforeEach, describe, expect, it, vi } from 'vitest';
import { documentOf, editorOf } from './fakes';
import { callsOf, editor, reset, vscode } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { treatTextFilesAsLetters } = await import('../../client/src/commands/folder-letters');

const folder = (path: string) => ({ uri: vscode.Uri.parse(`file://${path}`), name: path.slice(1) });
const written = () => callsOf('updateSetting');

beforeEach(reset);

describe('the text files of a folder', () => {
  it('are letters once that is confirmed, beside the associations that are there', async () => {
    editor.workspaceFolders = [folder('/team')];
    editor.workspaceSettings = { 'files.associations': { '*.log': 'log' } };
    editor.answers = ['Treat as Letters'];
    await treatTextFilesAsLetters();
    const value = { '*.log': 'log', '*.txt': 'imr' };
    expect(written()).toEqual([['files.associations', value, vscode.ConfigurationTarget.Workspace]]);
  });

  it('stay as they are on Escape', async () => {
    editor.workspaceFolders = [folder('/team')];
    await treatTextFilesAsLetters();
    expect(callsOf('showWarningMessage')).toHaveLength(1);
    expect(written()).toEqual([]);
  });

  it('are those of the folder of the active letter, where there are several folders', async () => {
    editor.workspaceFolders = [folder('/other'), folder('/team')];
    editor.activeTextEditor = editorOf(documentOf());
    editor.answers = ['Treat as Letters'];
    await treatTextFilesAsLetters();
    expect(written()[0]?.[1]).toEqual({ '/team/**/*.txt': 'imr' });
  });

  it('are not asked about twice', async () => {
    editor.workspaceFolders = [folder('/team')];
    editor.workspaceSettings = { 'files.associations': { '*.txt': 'imr' } };
    await treatTextFilesAsLetters();
    expect(callsOf('showWarningMessage')).toEqual([]);
    expect(written()).toEqual([]);
  });

  it('need a folder', async () => {
    await expect(treatTextFilesAsLetters()).rejects.toThrow('Open a folder first.');
  });
});

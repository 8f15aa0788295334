// Elements of a webview, created in the page. Text is inserted as text, so text of a letter can never become markup.

type Child = Node | string;

interface Attributes {
  readonly class?: string;
  readonly role?: string;
  readonly title?: string;
  readonly href?: string;
  readonly type?: string;
  readonly tabindex?: string;
  readonly id?: string;
  readonly scope?: string;
  readonly [aria: `aria-${string}`]: string;
  readonly [data: `data-${string}`]: string;
}

/** Creates an element with attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The root element of the page. */
export function root(): HTMLElement {
  const found = document.getElementById('root');
  if (!found) throw new Error('The page has no root.');
  return found;
}

/** Returns the title of the page as a heading for screen readers; the editor shows it above the page. */
export function unseenTitle(): HTMLElement {
  return element('h1', { class: 'unseen' }, document.title);
}

/** The editor behind the page. */
export interface Editor<ToEditor, State> {
  postMessage(message: ToEditor): void;
  getState(): State | undefined;
  setState(state: State): void;
}

declare function acquireVsCodeApi(): unknown;

/** Connects the page to the editor. Call it once. */
export function connect<ToEditor, ToPage, State>(onMessage: (message: ToPage) => void): Editor<ToEditor, State> {
  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => onMessage(data));
  return acquireVsCodeApi() as Editor<ToEditor, State>;
}

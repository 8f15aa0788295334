/**
 * Words as a minimal automaton without circles: equal endings are stored once. An edge has a letter (`labels`) and a number
 * (`edges`): where the edges of its target begin, times four, plus two if a word ends with it, plus one if it is the last of its
 * node. Edges of the first node begin at 1; a target of 0 has none.
 */
export interface WordTables {
  readonly labels: string;
  readonly edges: Int32Array;
}

interface Node {
  readonly edges: Map<string, Node>;
  isEnd: boolean;
  /** Set once it is stored. */
  place?: number;
}

/** Builds the automaton. Takes any words, in any order. */
export function buildWords(words: Iterable<string>): WordTables {
  const sorted = [...new Set(words)].sort();
  const known = new Map<string, Node>();
  const numbers = new Map<Node, number>();
  const root = newNode();
  // The nodes along the last word, which may still get edges.
  let path: { readonly letter: string; readonly parent: Node; readonly node: Node }[] = [];
  const settle = (depth: number): void => {
    for (const { letter, parent, node } of path.splice(depth).reverse()) {
      const key = keyOf(node, numbers);
      const same = known.get(key);
      if (same) parent.edges.set(letter, same);
      else {
        known.set(key, node);
        numbers.set(node, numbers.size);
      }
    }
  };
  let last = '';
  for (const word of sorted) {
    let shared = 0;
    while (shared < last.length && last[shared] === word[shared]) shared++;
    settle(shared);
    for (const letter of word.slice(shared)) {
      const parent = path.at(-1)?.node ?? root;
      const node = newNode();
      parent.edges.set(letter, node);
      path.push({ letter, parent, node });
    }
    const end = path.at(-1)?.node;
    if (end) end.isEnd = true;
    last = word;
  }
  settle(0);
  path = [];
  return layOut(root);
}

function newNode(): Node {
  return { edges: new Map(), isEnd: false };
}

function keyOf({ edges, isEnd }: Node, numbers: ReadonlyMap<Node, number>): string {
  return `${isEnd ? '.' : ''}${[...edges].map(([letter, node]) => `${letter}${numbers.get(node)}`).join(' ')}`;
}

function layOut(root: Node): WordTables {
  const nodes = [root];
  root.place = 1;
  let size = 1 + root.edges.size;
  for (const node of nodes) {
    for (const target of node.edges.values()) {
      if (target.place !== undefined) continue;
      target.place = target.edges.size === 0 ? 0 : size;
      size += target.edges.size;
      nodes.push(target);
    }
  }
  const edges = new Int32Array(size);
  let labels = ' ';
  let at = 1;
  for (const node of nodes) {
    let left = node.edges.size;
    for (const [letter, { place = 0, isEnd }] of node.edges) {
      left--;
      labels += letter;
      edges[at++] = place * 4 + (isEnd ? 2 : 0) + (left === 0 ? 1 : 0);
    }
  }
  return { labels, edges };
}

/**
 * Keeps what `make` gives for a text until texts of `capacity()` UTF-16 units have been asked about since, and at most as many again:
 * two generations, so that forgetting costs nothing.
 */
export function keptByText<T extends object | boolean>(
  make: (text: string) => T,
  capacity: () => number,
): (text: string) => T {
  let recent = new Map<string, T>();
  let older = recent;
  let size = 0;
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const made = older.get(text) ?? make(text);
    size += text.length;
    if (size > capacity()) {
      older = recent;
      recent = new Map();
      size = text.length;
    }
    recent.set(text, made);
    return made;
  };
}

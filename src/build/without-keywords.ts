/** A copy of a schema without the named keywords; properties and definitions with these names stay. */
export function withoutKeywords(
  schema: Record<string, unknown>,
  keywords: readonly string[],
): Record<string, unknown> {
  const copy = (value: unknown, isSchema: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => copy(item, true));
    if (typeof value !== 'object' || value === null) return value;
    return copyEntries(value, isSchema);
  };
  const copyEntries = (value: object, isSchema: boolean) =>
    Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !isSchema || !keywords.includes(key))
        .map(([key, entry]) => [key, copy(entry, !['properties', 'definitions'].includes(key))]),
    );
  return copyEntries(schema, true);
}

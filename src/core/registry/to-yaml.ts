/** What YAML takes for a text without quotes, in any place. */
const plain =
	/^(?!(?:true|false|null|yes|no|on|off)$)(?:[A-Za-z/^][\w ./^()*|+$\\-]*|https?:\/\/[\w./-]+|\d{4}-\d\d(?:-\d\d)?)$/i;

/** A value as one may write it behind a key: `[go, golang]`. */
export function toYaml(value: unknown): string {
	if (typeof value === 'string' && plain.test(value)) return value;
	if (Array.isArray(value)) return `[${value.map(toYaml).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const pairs = Object.entries(value).map(([key, part]) => `${toYaml(key)}: ${toYaml(part)}`);
	return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

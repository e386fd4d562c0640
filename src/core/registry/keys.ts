import { describeType } from '#core/words/registry-words.ts';
import { isSchema, type RegistrySchema } from '#model/registry.ts';
import { toYaml } from './to-yaml.ts';

/** A key of a registry file, for people who write one. */
export interface RegistryKey {
	/** With the keys around it: `projectGroups[].id`, where `[]` means each entry of a list. */
	path: string;
	/** The kind of entry that has it, `kind: stable-counterparts`, where others have not. */
	only: string | undefined;
	type: string;
	isRequired: boolean;
	meaning: string;
	/** As in YAML. */
	default: string | undefined;
	/** As in YAML. Of what has keys of its own, these have examples. */
	example: string | undefined;
}

/** Every key of a file, each above those within it. A file that is a list has the keys of its entries. */
export function listKeys(schema: RegistrySchema): RegistryKey[] {
	const { items, properties = {}, required = [], oneOf } = withoutNull(schema);
	if (oneOf) return listKeysOfKinds(oneOf);
	if (isSchema(items)) return listKeys(items);
	return Object.entries(properties).flatMap(([name, property]) => {
		if (!isSchema(property)) return [];
		const own = withoutNull(property);
		const key = {
			path: name,
			only: undefined,
			type: describeType(own),
			isRequired: required.includes(name),
			meaning: property.description ?? '',
			default: property.default === undefined ? undefined : toYaml(property.default),
			example: findExample(own),
		};
		const parent = own.type === 'array' ? `${name}[]` : name;
		const within = listKeys(own).map((one) => ({ ...one, path: `${parent}.${one.path}` }));
		return [key, ...within];
	});
}

/** First what all kinds have in common, then what each has of its own. */
function listKeysOfKinds(kinds: readonly RegistrySchema[]): RegistryKey[] {
	const lists = kinds.map((kind) => ({ label: labelOf(kind), keys: listKeys(kind) }));
	const isShared = (key: RegistryKey) =>
		lists.every(({ keys }) => keys.some((other) => JSON.stringify(other) === JSON.stringify(key)));
	const shared = lists[0]?.keys.filter(isShared) ?? [];
	const own = lists.flatMap(({ label, keys }) =>
		keys
			.filter((key) => !isShared(key))
			.map((key) => ({ ...key, only: label?.startsWith(`${key.path}: `) ? undefined : label })),
	);
	return [...shared, ...own];
}

/** The key by which kinds of entries are told apart, with its word. */
function labelOf({ properties = {} }: RegistrySchema): string | undefined {
	const [label] = Object.entries(properties).flatMap(([name, property]) =>
		isSchema(property) && property.const !== undefined
			? [`${name}: ${String(property.const)}`]
			: [],
	);
	return label;
}

function findExample({ examples, items }: RegistrySchema): string | undefined {
	const [example] = examples ?? [];
	if (example !== undefined) return toYaml(example);
	return isSchema(items) && items.examples ? toYaml(items.examples) : undefined;
}

/** A key that may be left empty is described as what it is when it is not. */
function withoutNull(schema: RegistrySchema): RegistrySchema {
	const others = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
	return others.length === 1 && others[0] ? others[0] : schema;
}

import { isSchema, type RegistrySchema, type SchemaPart } from '#model/registry.ts';

/** What a key may say, in a few words: `list of project paths`, `whole number from 0 to 12`. */
export function describeType(schema: RegistrySchema): string {
	const { title, type, enum: values, const: value, items, properties, propertyNames } = schema;
	if (title !== undefined) return title;
	if (values) return `one of ${values.join(', ')}`;
	if (value !== undefined) return `the word ${String(value)}`;
	if (type === 'boolean') return 'true or false';
	if (type === 'integer') return `whole number${describeRange(schema)}`;
	if (type === 'number') return `number${describeRange(schema)}`;
	if (type === 'array') return `list of ${describeMany(items)}`;
	if (properties) return 'the keys below';
	return `${describeOne(schema.additionalProperties)} for each ${describeOne(propertyNames)}`;
}

function describeOne(part: SchemaPart): string {
	return isSchema(part) ? describeType(part) : 'anything';
}

function describeMany(items: SchemaPart): string {
	if (!isSchema(items) || items.properties || items.oneOf) return 'entries with the keys below';
	const one = describeType(items);
	return one.endsWith('s') ? `${one}es` : `${one}s`;
}

function describeRange({ minimum, maximum, exclusiveMinimum }: RegistrySchema): string {
	if (exclusiveMinimum !== undefined) return ` above ${String(exclusiveMinimum)}`;
	if (minimum === undefined) return '';
	// What JavaScript can count to is no limit of the registry.
	return maximum === undefined || maximum === Number.MAX_SAFE_INTEGER
		? ` from ${String(minimum)}`
		: ` from ${String(minimum)} to ${String(maximum)}`;
}

import { z } from 'zod';

interface ColumnWords {
	/** Where it is not the field's name in snake_case. Programs know it: it stays. */
	name?: string;
	/** Where it is not the first sentence that the schema says of the field. */
	meaning?: string;
}

/** What a field says of itself as a column of a CSV file. The published schema does not have it. */
export const asColumn = z.registry<ColumnWords>();

/** A shape of which some fields are columns. */
export interface ColumnFields<Key extends string> {
	shape: Readonly<Record<Key, z.ZodType>>;
}

export function describeColumn<Key extends string>(
	{ shape }: ColumnFields<Key>,
	key: Key,
): Required<ColumnWords> {
	const field = shape[key];
	const { name, meaning } = asColumn.get(field) ?? {};
	const [firstSentence = ''] = (field.description ?? '').split(/(?<=\.) /);
	return {
		name: name ?? key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
		meaning: meaning ?? firstSentence,
	};
}

import { z } from 'zod';

/*
 * What the shapes of exports are made of. Nothing here is shared with the rest of the model, so that
 * a change there cannot move what other people's programs are promised.
 */

/** In UTC, to the second. */
export const Instant = z
	.string()
	.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
	.meta({ format: 'date-time' });

export const Day = z
	.string()
	.regex(/^\d{4}-\d\d-\d\d$/)
	.meta({ format: 'date' });

/** Whole, or from the root of the host where the site does not know its own. */
export const Address = z.string().min(1).meta({ format: 'uri-reference' });

export const Count = z.int().nonnegative();

/** May be empty. */
export const Text = z.string();
export const Words = z.string().min(1);

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

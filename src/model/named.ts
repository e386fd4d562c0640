import { z } from 'zod';
import { compareText } from './order.ts';

/** Where GitLab is asked for a label or milestone, and for which. */
const named = {
	kind: z.enum(['label', 'milestone']),
	/** Path of the group, or of the project, in which everybody should find it. */
	place: z.string().min(1),
	name: z.string().min(1),
};

/** A label or milestone that registry or prose names, and whether GitLab has it. */
export const NamedThing = z.strictObject({ ...named, exists: z.boolean() });
export type NamedThing = z.output<typeof NamedThing>;

export function namedId({ kind, place, name }: Omit<NamedThing, 'exists'>): string {
	return `${kind} ${place} ${name}`;
}

export function compareNamed(a: NamedThing, b: NamedThing): number {
	return compareText(namedId(a), namedId(b));
}

import { z } from 'zod';
import { IsoDate, WebUrl } from './identifiers.ts';
import { compareText } from './order.ts';
import { Count } from './values.ts';

const named = {
	/** Path of the group, or of the project, in which everybody should find it. */
	place: z.string().min(1),
	name: z.string().min(1),
};

/** A label or milestone that registry or prose names, and whether GitLab has it. */
const NamedTitle = z.strictObject({
	kind: z.enum(['label', 'milestone']),
	...named,
	exists: z.boolean(),
});

/** The oldest public epic for a major version. */
export const MajorEpic = z.strictObject({
	major: Count,
	createdOn: IsoDate,
	/** `null`: GitLab gives no address that may be a link. */
	webUrl: WebUrl.nullable(),
});
export type MajorEpic = z.output<typeof MajorEpic>;

/** Epics whose title has the name and the number of a major version. Nothing else of them is kept. */
const NamedEpics = z.strictObject({
	kind: z.literal('epic'),
	...named,
	majors: z.array(MajorEpic),
});

export const NamedThing = z.discriminatedUnion('kind', [NamedTitle, NamedEpics]);
export type NamedThing = z.output<typeof NamedThing>;
export type NamedTitle = z.output<typeof NamedTitle>;
export type NamedEpics = z.output<typeof NamedEpics>;

export function namedId({
	kind,
	place,
	name,
}: Pick<NamedThing, 'kind' | 'place' | 'name'>): string {
	return `${kind} ${place} ${name}`;
}

export function compareNamed(a: NamedThing, b: NamedThing): number {
	return compareText(namedId(a), namedId(b));
}

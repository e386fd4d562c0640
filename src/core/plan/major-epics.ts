import { collapseSpaces } from '#core/base/labels.ts';
import { dayOf } from '#core/base/dates.ts';
import type { IsoInstant } from '#model/identifiers.ts';
import type { MajorEpic } from '#model/named.ts';
import { compareText } from '#model/order.ts';

/** `20.0` or `20`, but neither `20.1` nor a part of `120`. */
const majorVersion = /(?<![\d.])(\d{1,6})(?:\.0)?(?!\.?\d)/g;

/**
 * Of each major version, its oldest epic, the first version first.
 *
 * @param name Words that the title of an epic has to have.
 */
export function findMajorEpics(
	epics: readonly (Pick<MajorEpic, 'webUrl'> & { title: string; createdAt: IsoInstant })[],
	name: string,
): MajorEpic[] {
	const words = toComparable(name);
	const found = epics
		.filter(({ title }) => toComparable(title).includes(words))
		.flatMap(({ title, createdAt, webUrl }) =>
			majorsIn(toComparable(title).replace(words, ' ')).map((major) => ({
				major,
				createdOn: dayOf(createdAt),
				webUrl,
			})),
		)
		.toSorted((a, b) => compareText(b.createdOn, a.createdOn));
	const oldest = new Map(found.map((one) => [one.major, one]));
	return [...oldest.values()].toSorted((a, b) => a.major - b.major);
}

function majorsIn(title: string): number[] {
	return [...title.matchAll(majorVersion)].map(([, digits]) => Number(digits));
}

function toComparable(title: string): string {
	return collapseSpaces(title).toLowerCase();
}

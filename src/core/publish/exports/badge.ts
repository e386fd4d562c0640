import { makeBadge } from 'badge-maker';
import { dayOf } from '#core/base/dates.ts';
import { toPlainText } from '#core/base/plain-text.ts';
import type { ExportedProject } from '#model/exports/project.ts';
import type { ProjectsExport } from '#model/exports/exports.ts';

export interface BadgeText {
	message: string;
	tone: BadgeTone;
}

export type BadgeTone = 'good' | 'bad' | 'exempt' | 'unknown';

/** White words on each of these have the contrast that small text needs. */
const colours: Record<BadgeTone, `#${string}`> = {
	good: '#1a7f37',
	bad: '#b3261e',
	exempt: '#0b5cad',
	unknown: '#5f5f5f',
};
const labelColour = '#3a3a3a';

/**
 * What the checks of a project have found, with the day of the data: `2 broken, 2026-11-23`.
 *
 * Invented data say so first, since a badge is often shown alone.
 */
export function describeBadge(
	{ checkCounts }: Pick<ExportedProject, 'checkCounts'>,
	{ sample, projects, pulledAt }: ProjectsExport['snapshot'],
): BadgeText {
	const { message, tone } = describeCounts(checkCounts);
	const day = dayOf(projects.pulledAt ?? pulledAt);
	return { message: `${sample ? 'sample: ' : ''}${message}, ${day}`, tone };
}

/** An SVG that asks for nothing and runs nothing. The words are its accessible name, too. */
export function renderBadge({ message, tone }: BadgeText): string {
	return makeBadge({
		label: 'checks',
		message: toPlainText(message),
		color: colours[tone],
		labelColor: labelColour,
		// Without gradients and shadows, so that the colours are as they are.
		style: 'flat-square',
	});
}

function describeCounts({
	holds,
	broken,
	unknown,
	exempt,
}: ExportedProject['checkCounts']): BadgeText {
	if (broken > 0) return { message: `${String(broken)} broken`, tone: 'bad' };
	if (holds + exempt === 0) return { message: 'unknown', tone: 'unknown' };
	if (unknown > 0) return { message: `none broken, ${String(unknown)} unknown`, tone: 'unknown' };
	if (exempt > 0) return { message: `all hold but ${String(exempt)} exempt`, tone: 'exempt' };
	return { message: 'all hold', tone: 'good' };
}

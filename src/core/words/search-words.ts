import type { Check } from '#core/inventory/check.ts';
import { countAnswers } from '#core/inventory/checks/run-checks.ts';
import type { PlannedIssue } from '#core/plan/plan.ts';
import type { MilestoneDates } from '#core/base/milestones.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Project } from '#model/project.ts';
import { formatCount, formatDay } from './formats.ts';
import { describeAgeOn } from './inventory-words.ts';
import { toPlannedRow } from './issue-rows.ts';

/** `latest version v0.9.0, 25 days ago, 2 checks fail` */
export function describeProjectFound(
	project: Project | undefined,
	checks: readonly Check[],
	today: IsoDate,
): string {
	const version = project?.facts?.latestVersion;
	const { broken, holds } = countAnswers(checks);
	return [
		...(version ? [`latest version ${version.tag}`] : []),
		...(version?.releasedAt ? [describeAgeOn(version.releasedAt, today)] : []),
		...(broken > 0 ? [`${formatCount(broken, 'check')} ${broken === 1 ? 'fails' : 'fail'}`] : []),
		...(broken === 0 && holds > 0 ? ['no check fails'] : []),
	].join(', ');
}

/** `in 19.7, committed, At risk, in dev` */
export function describeIssueFound(planned: PlannedIssue, withCommitment: boolean): string {
	const { committed, status, work } = toPlannedRow(planned, null);
	return [
		`in ${planned.issue.milestone ?? 'no milestone'}`,
		...(withCommitment ? [committed ? 'committed' : 'stretch'] : []),
		status.word,
		...(work === null ? [] : [work]),
	].join(', ');
}

/** `now, start 14 November 2026, cutoff 11 December 2026, release 17 December 2026` */
export function describeMilestoneFound(
	place: string,
	{ start, cutoff, release }: Pick<MilestoneDates, 'start' | 'cutoff' | 'release'>,
): string {
	const days = Object.entries({ start, cutoff, release });
	return [place, ...days.flatMap(([name, day]) => (day ? [`${name} ${formatDay(day)}`] : []))].join(
		', ',
	);
}

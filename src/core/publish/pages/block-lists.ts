import { handbookRules } from '#core/rules/rules.ts';
import type { RuleId } from '#model/rules.ts';
import { listNames, type ListName } from '#model/snapshot.ts';

const checked = ['projects', 'group-projects', 'access'] as const;
const planned = ['milestones', 'issues', 'planning-issues'] as const;
const kept = ['milestones', 'issues', 'former-issues', 'candidates'] as const;
const called = ['consumers', 'evidence', 'libraries'] as const;

/** The lists of the snapshot that blocks show. Those of others speak of no list, or of all. */
const shown: Readonly<Record<string, readonly ListName[]>> = {
	Changes: kept,
	Checks: checked,
	ConsumerDetails: called,
	Consumers: called,
	CurrentMilestone: planned,
	Drift: ['projects', 'consumers', 'evidence', 'surface', 'group-projects', 'access'],
	EndpointDetails: ['evidence', 'milestones'],
	Endpoints: ['evidence', 'surface'],
	Exports: ['projects', 'access', 'evidence', 'milestones', 'issues'],
	FindProject: ['projects'],
	GoodFirstIssues: ['good-first-issues'],
	Impact: ['evidence', 'milestones'],
	Inventory: checked,
	IssueLedger: kept,
	KeptDays: kept,
	MilestoneDetails: planned,
	MilestoneIndex: ['milestones'],
	MilestoneNow: ['milestones', 'issues'],
	NextMilestones: ['milestones', 'issues', 'candidates', 'planning-issues'],
	OnboardingSteps: ['projects', 'groups'],
	People: ['groups', 'members'],
	PlanDay: ['milestones'],
	PlanMilestone: ['milestones'],
	ProjectDetails: checked,
	RecentChanges: ['milestones', 'issues'],
	RoadmapColumns: ['roadmap-issues'],
	Roster: ['team'],
	Rules: Object.values(handbookRules).flatMap(({ lists }) => lists),
	SlippedIssues: kept,
	TeamLoad: ['milestones', 'issues', 'answers'],
	Timeline: ['milestones'],
	ToolVersions: ['projects'],
};

/**
 * What a page shows of the snapshot, in the order of the lists.
 *
 * @param blocks Those that are on it.
 * @param rules Those whose answer it shows beside a sentence.
 */
export function listsOf(blocks: readonly string[], rules: readonly RuleId[] = []): ListName[] {
	const lists = new Set([
		...blocks.flatMap((block) => shown[block] ?? []),
		...rules.flatMap((rule) => handbookRules[rule].lists),
	]);
	return listNames.filter((list) => lists.has(list));
}

/**
 * Two snapshots for the registry as it is: one in which all is as declared, but whatever may be
 * text tries to be HTML; and one that has drifted, in which lists are old or were never got.
 */
import { fingerprintFileRules, toFileRules } from '#core/inventory/file-rules.ts';
import type { Project } from '#model/project.ts';
import type { DeclaredProject } from '#model/declared.ts';
import type { ListState, Snapshot } from '#model/snapshot.ts';
import { readRegistry } from '#store/registry.ts';
import { teams } from '../fixtures/teams.ts';
import {
	aGroup,
	aGroupProject,
	aMember,
	aProject,
	aSnapshot,
	someFacts,
	source,
} from '../builders.ts';
import { html } from './hostile.ts';
import { issues, milestones, planningIssues } from './plan.ts';

export const registry = await readRegistry(teams.kettle);

const plain = registry.projects.filter(
	({ instance, tree, archived, deprecated, note }) =>
		!instance && !tree && !archived && !deprecated && !note,
);
const [moved, archived, missing, hidden, odd, hostile, notPulled] = plain;

/** Declared projects, by what has become of them. */
export const roles = {
	moved: moved!,
	archived: archived!,
	/** Or private: GitLab does not say. */
	missing: missing!,
	/** Strangers see none of its parts, nor its address. */
	hidden: hidden!,
	/** GitLab uses words of it that nobody knows yet. */
	odd: odd!,
	hostile: hostile!,
	notPulled: notPulled!,
	elsewhere: registry.projects.find(({ instance }) => instance !== undefined)!,
};

/** A project that GitLab lists in a group, and that the registry lacks. */
export function undeclared(group: string): string {
	return `${group}/not-declared`;
}

const completeGroups = registry.checks.completeGroups.map(({ path }) => path);

function completeGroupOf(path: string) {
	return completeGroups.filter((group) => path.startsWith(`${group}/`));
}

export const newPath = 'example/moved/to-here';

function answerTo(declared: DeclaredProject): Project[] {
	const { path } = declared;
	switch (declared) {
		case roles.notPulled:
			return [];
		case roles.moved:
			return [aProject({ path, facts: someFacts({ path: newPath }) })];
		case roles.archived:
			return [aProject({ path, facts: someFacts({ path, archived: true }) })];
		case roles.missing:
			return [aProject({ path, answer: 'missing-or-private' })];
		case roles.elsewhere:
			return [aProject({ path, answer: 'other-instance' })];
		case roles.hidden:
			return [aProject({ path, facts: someFacts({ path, ...nothingVisible }) })];
		case roles.odd:
			return [aProject({ path, facts: someFacts({ path, ...unknownWords }) })];
		case roles.hostile:
			return [aProject({ path, facts: someFacts({ path, ...hostileTexts }) })];
		default:
			return [aProject({ path })];
	}
}

const nothingVisible = {
	webUrl: null,
	description: null,
	defaultBranch: null,
	license: null,
	stars: null,
	archived: null,
	lastActivityAt: null,
	languages: [],
	latestVersion: null,
	pipeline: null,
	licenseUrl: null,
	releaseDates: [],
	toolPins: [],
	codeowners: null,
	hidden: ['code', 'files', 'languages', 'pipelines', 'releases'] as const,
} satisfies Parameters<typeof someFacts>[0];

const unknownWords = {
	pipeline: { status: 'in_quarantine', updatedAt: null, webUrl: null },
	latestVersion: { kind: 'tag', tag: 'v0.1.0', releasedAt: null },
} satisfies Parameters<typeof someFacts>[0];

const hostileTexts = {
	description: html('description'),
	webUrl: `${source}/x"onmouseover="alert(1)`,
	topics: [html('topic')],
	defaultBranch: html('branch'),
	license: html('licence'),
	languages: [{ name: html('language'), share: 100 }],
	latestVersion: { kind: 'release', tag: html('tag'), releasedAt: null },
	upcomingRelease: { kind: 'release', tag: html('upcoming'), releasedAt: null },
	pipeline: { status: html('status'), updatedAt: null, webUrl: null },
	licenseUrl: `${source}/x"onmouseover="alert(2)`,
	toolPins: [{ tool: 'go', file: html('file'), line: 3, version: html('go') }],
	codeowners: { file: html('owners'), mentions: [] },
	unreadFiles: [{ file: html('unread'), why: 'not got' as const }],
} satisfies Parameters<typeof someFacts>[0];

const whole = {
	projects: registry.projects.flatMap(answerTo),
	consumers: registry.consumers.map(({ path }) => aProject({ path })),
	milestones,
	issues: issues(registry.plan),
	'planning-issues': planningIssues(registry.plan),
	'group-projects': [
		...registry.projects
			.filter(({ path }) => path !== roles.moved.path)
			.flatMap(({ path }) => completeGroupOf(path).map((group) => aGroupProject({ path, group }))),
		...completeGroups.map((group) => aGroupProject({ path: undeclared(group), group, id: 2 })),
	],
	groups: registry.people.map(({ path }) => aGroup({ path, name: html('group') })),
	members: registry.people.map(({ path }) => aMember({ group: path, name: html('member') })),
};

const filesFor = fingerprintFileRules(toFileRules(registry));
/** As a pull by the registry as it is would have made it. */
const about = { filesFor: { projects: filesFor, consumers: filesFor } };

const wholeSnapshot = aSnapshot({ about, rows: whole });

/** As if `npm run sample` had made it. */
export const sampleSnapshot: Snapshot = {
	...wholeSnapshot,
	about: { ...wholeSnapshot.about, sample: true },
};

/** Lists that are not fresh. */
export const lists = {
	issues: {
		state: 'stale',
		rows: whole.issues.length,
		pulledAt: '2026-11-20T07:15:00Z',
		reason: `GET /issues answered 502: ${html('reason')}`,
	},
	consumers: { state: 'missing', reason: 'Not pulled yet.' },
	access: { state: 'missing', reason: 'No token is set. Set GITLAB_TOKEN to one.' },
	members: { state: 'missing', reason: 'No token is set. Set GITLAB_TOKEN to one.' },
} as const satisfies Record<string, ListState>;

export const driftingSnapshot = aSnapshot({
	about,
	lists,
	rows: { ...whole, consumers: [], members: [] },
});

import type { Project } from '#model/project.ts';
import {
	aContact,
	aDeclaredGroup,
	aDeclaredProject,
	aGroup,
	aGroupProject,
	anAccess,
	aProject,
	someFacts,
} from '../../../builders.ts';
import type { Given, RuleCase } from './rule-case.ts';

const hidden = aProject({ answer: 'missing-or-private' });
const pulled = (project: Project, given: Given = {}): Given => ({
	...given,
	registry: { projects: [aDeclaredProject({ releaseOverdueAfterDays: 45 })] },
	rows: { projects: [project], ...given.rows },
});
const withFacts = (facts: Parameters<typeof someFacts>[0]) =>
	pulled(aProject({ facts: someFacts(facts) }));
const withChannel = (url: string): Given => ({
	registry: {
		contact: {
			...aContact(),
			channels: [
				{
					id: 'help',
					name: '#help',
					url,
					asOf: '2026-11-20',
					source: { title: 'Team', url: 'https://handbook.example.com/' },
				},
			],
		},
	},
});
const groups = (visible: boolean): Given => ({
	registry: { people: [aDeclaredGroup()] },
	rows: { groups: [aGroup({ visible })] },
});

export const projectCases: RuleCase[] = [
	{
		declared: { id: 'projects-at-path' },
		passes: pulled(aProject()),
		fails: withFacts({ path: 'example/tools/renamed' }),
		says: '0 of 1 project are at their path.',
		shows: ['Widget'],
		notChecked: pulled(hidden),
	},
	{
		declared: { id: 'projects-declared' },
		passes: {
			registry: { projects: [aDeclaredProject()] },
			rows: {
				'group-projects': [
					aGroupProject(),
					aGroupProject({ path: 'example/tools/old', archived: true }),
				],
			},
		},
		fails: {
			registry: { projects: [aDeclaredProject()] },
			rows: { 'group-projects': [aGroupProject(), aGroupProject({ path: 'example/tools/new' })] },
		},
		says: "1 of 2 projects isn't in the inventory.",
		shows: ['example/tools/new'],
		notChecked: { rows: { 'group-projects': [] } },
	},
	{
		declared: { id: 'projects-maintained' },
		passes: pulled(aProject(), { rows: { access: [anAccess()] } }),
		fails: pulled(aProject(), { rows: { access: [anAccess({ accessLevel: 30 })] } }),
		says: '0 of 1 project give the group maintainer access.',
		shows: ['Widget'],
		notChecked: {
			...pulled(aProject()),
			lists: { access: { state: 'missing', reason: 'No token is set.' } },
		},
	},
	{
		declared: { id: 'projects-owned' },
		passes: pulled(aProject()),
		fails: withFacts({ codeowners: { file: 'CODEOWNERS', mentions: [] } }),
		says: '0 of 1 project name a group of ours.',
		shows: ['Widget'],
		notChecked: pulled(hidden),
	},
	{
		declared: { id: 'projects-released' },
		passes: pulled(aProject()),
		fails: withFacts({
			latestVersion: { kind: 'release', tag: 'v1.0.0', releasedAt: '2026-01-01T09:00:00Z' },
		}),
		says: '0 of 1 project are released often enough.',
		shows: ['Widget'],
		notChecked: pulled(hidden),
	},
	{
		declared: { id: 'tools-aligned' },
		passes: pulled(aProject()),
		fails: withFacts({ toolPins: [{ tool: 'go', file: 'go.mod', line: 3, version: '1.25.0' }] }),
		says: '0 of 1 project use the agreed version.',
		shows: ['Widget'],
		notChecked: pulled(hidden),
	},
	{
		declared: { id: 'groups-visible' },
		passes: groups(true),
		fails: groups(false),
		says: '1 of 1 group is missing, or not visible without signing in.',
		shows: ['Reviewers: example/reviewers'],
		notChecked: { ...groups(true), rows: {} },
	},
	{
		declared: { id: 'channels-linked-by-id' },
		passes: withChannel('https://example.slack.com/archives/C0123ABCD'),
		fails: withChannel('https://example.slack.com/channels/help'),
		says: '1 of 1 channel is linked by something else.',
		shows: ['#help'],
		notChecked: withChannel('https://chat.example.com/help'),
	},
	...(['label', 'milestone'] as const).map((kind): RuleCase => {
		const row = (name: string, exists: boolean) => ({ kind, place: 'example', name, exists });
		return {
			declared: { id: kind === 'label' ? 'labels-exist' : 'milestones-exist' },
			passes: { rows: { named: [row('19.7', true)] } },
			fails: { rows: { named: [row('19.7', true), row('Next one', false)] } },
			says: `1 of 2 ${kind}s isn't on GitLab.`,
			shows: [`${kind === 'label' ? '~' : '%'}"Next one" in example`],
			notChecked: {
				rows: {
					named: [{ ...row('19.7', true), kind: kind === 'label' ? 'milestone' : 'label' }],
				},
			},
		};
	}),
];

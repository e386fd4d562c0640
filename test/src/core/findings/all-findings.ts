/** One finding of each kind, for what is said of all of them. */
import type { Check } from '#core/inventory/check.ts';
import { wholeFile } from '#core/findings/finding-base.ts';
import type { Finding } from '#core/findings/finding.ts';
import type { RuleResult } from '#core/rules/frame/rule.ts';
import { GroupPath } from '#model/identifiers.ts';
import { anExemption, aPlace, aProjectPath, pulledAt } from '../../../builders.ts';

const project = aProjectPath('example/old');
const { file } = aPlace();

const check = (change: Pick<Check, 'id' | 'answer' | 'observed' | 'fix'>): Finding => ({
	rule: 'check',
	level: change.answer === 'broken' ? 'broken' : 'unknown',
	concerns: change.id === 'pipeline' ? 'project' : 'registry',
	project,
	check: change.id,
	key: 'projects',
	place: aPlace(),
	edits: change.fix?.edits ?? [],
	result: {
		title: 'At its place',
		why: 'It matters.',
		from: null,
		readAt: pulledAt,
		permission: 'stranger',
		...change,
	},
});
const undeclared = {
	rule: 'project-not-declared',
	concerns: 'registry',
	project: aProjectPath('example/new'),
	group: GroupPath.parse('example'),
	place: { file, line: 16 },
	edits: [
		{
			file,
			line: 16,
			action: 'add',
			text: '- path: example/new\n  name: new\n  group: product',
		},
	],
} as const;
const exemption = anExemption({ project, place: { line: 30, end: 34, indent: 2 } });
const exempt = {
	level: 'notice',
	concerns: 'registry',
	exemption,
	project,
	check: exemption.check,
	place: exemption.place,
	edits: [{ file: exemption.place.file, line: 30, end: 34, action: 'remove' }],
} as const;
const place = aPlace({ file: 'content/registry/rules.yaml', line: 7, end: 8 });
const ofRule = { concerns: 'project', place, key: 'one-priority' } as const;
const failing: RuleResult = {
	id: 'one-priority',
	title: 'One priority each',
	statement: 'No issue has two priorities.',
	why: 'It matters.',
	answer: 'broken',
	observed: '1 of 2 issues has more than one priority.',
	evidence: { items: [{ text: 'example/old#1 Wait' }], total: 3 },
	from: null,
	readAt: pulledAt,
	permission: 'stranger',
	fix: { text: 'Remove one of them.' },
	isLive: true,
	declared: { id: 'one-priority', owner: 'product manager', place },
};
const ofApi = { concerns: 'api', place: wholeFile('api') } as const;

const ofConsumer = {
	concerns: 'api',
	place: aPlace({ file: 'content/registry/consumers.yaml', line: 2, end: 4 }),
} as const;

export const findings: readonly Finding[] = [
	check({
		id: 'path',
		answer: 'broken',
		observed: 'GitLab has moved it to example/new.',
		fix: {
			text: 'Replace the path with example/new.',
			edits: [
				{ file, line: 14, end: 14, action: 'replace', text: '- path: example/new' },
				{ file, line: 17, end: 18, action: 'remove' },
			],
		},
	}),
	check({
		id: 'pipeline',
		answer: 'broken',
		observed: 'The newest pipeline of main failed.',
		fix: { text: 'Open the pipeline.' },
	}),
	check({
		id: 'readable',
		answer: 'unknown',
		observed: 'GitLab shows strangers no such project.',
		fix: {
			text: 'Correct the path.',
			edits: [{ file, line: 15, action: 'add', text: '  private: true' }],
		},
	}),
	{
		rule: 'checks-unknown',
		level: 'unknown',
		concerns: 'project',
		place: wholeFile('projects'),
		check: 'maintainers',
		title: 'Maintainer access',
		projects: Array.from({ length: 36 }, (_, index) => aProjectPath(`example/${String(index)}`)),
		needs: [{ text: 'A token with the scope read_api.', count: 36 }],
	},
	{
		rule: 'checks-unknown',
		level: 'unknown',
		concerns: 'project',
		place: wholeFile('projects'),
		check: 'pipeline',
		title: 'Pipeline of the default branch',
		projects: ['example/a', 'example/b', 'example/c'].map(aProjectPath),
		needs: [
			{ text: 'The next pull.', count: 2 },
			{ text: 'Access to its pipelines.', count: 1 },
		],
	},
	{
		rule: 'project-not-pulled',
		level: 'unknown',
		concerns: 'registry',
		project,
		key: 'projects',
		place: aPlace(),
	},
	{
		rule: 'project-no-longer-declared',
		level: 'notice',
		concerns: 'registry',
		project,
		key: 'consumers',
		list: 'consumers',
		place: wholeFile('consumers'),
	},
	{ ...undeclared, level: 'broken', archived: false },
	{ ...undeclared, level: 'notice', archived: true },
	{ rule: 'exemption-ended', ...exempt },
	{ rule: 'exemption-not-needed', ...exempt },
	{ rule: 'exemption-of-nothing', why: 'not-applicable', ...exempt, edits: [] },
	{
		rule: 'group-not-visible',
		level: 'unknown',
		concerns: 'registry',
		group: GroupPath.parse('example/people'),
		place: aPlace({ file: 'content/registry/people.yaml', line: 3 }),
	},
	{
		rule: 'complete-group-not-visible',
		level: 'unknown',
		concerns: 'registry',
		group: GroupPath.parse('example/tols'),
		place: { file: 'content/registry/checks.yaml', line: 12 },
	},
	{
		rule: 'milestone-without-planning-issue',
		level: 'notice',
		concerns: 'registry',
		milestone: '19.8',
		project,
		label: 'Planning Issue',
		place: wholeFile('plan'),
	},
	{
		rule: 'contact-project-not-declared',
		level: 'broken',
		concerns: 'registry',
		project,
		place: { file: 'content/registry/contact.yaml', line: 14 },
	},
	{
		rule: 'contact-label-unseen',
		level: 'notice',
		concerns: 'registry',
		label: 'tpye::bug',
		place: { file: 'content/registry/contact.yaml', line: 14 },
	},
	{
		rule: 'onboarding-target-changed',
		level: 'broken',
		concerns: 'registry',
		step: 'Boil some water',
		cited: { state: 'moved', path: project, to: 'example/new' },
		key: 'boil',
		place: { file: 'content/registry/onboarding.yaml', line: 8 },
	},
	{
		rule: 'page-in-doubt',
		level: 'notice',
		concerns: 'registry',
		doubt: { kind: 'milestone', title: '19.5' },
		key: 'content/handbook/work/plan.mdx 19.5',
		place: { file: 'content/handbook/work/plan.mdx', line: 20 },
	},
	{
		rule: 'endpoint-not-declared',
		level: 'broken',
		...ofApi,
		endpoint: 'PUT /cars/:id/wash',
		project: aProjectPath('example/docs'),
		places: [
			{ file: 'doc/cars.md', line: 80 },
			{ file: 'doc/openapi.yaml', line: 7 },
		],
	},
	{
		rule: 'endpoint-not-documented',
		level: 'broken',
		...ofApi,
		key: 'list-cars',
		id: 'list-cars',
		endpoint: 'GET /cars',
		files: ['doc/cars.md', 'doc/openapi.yaml'],
	},
	{
		rule: 'endpoints-not-in-source',
		level: 'notice',
		...ofApi,
		source: 'openapi',
		files: ['doc/openapi.yaml'],
		endpoints: ['GET /cars/:id', 'GET /cars', 'POST /cars'],
	},
	{
		rule: 'docs-anchor-gone',
		level: 'broken',
		...ofApi,
		key: 'list-cars',
		id: 'list-cars',
		docs: 'https://docs.example.com/cars#list',
		file: 'doc/cars.md',
		project: aProjectPath('example/docs'),
	},
	{
		rule: 'page-without-endpoints',
		level: 'unknown',
		...ofApi,
		file: 'doc/cranks.md',
		project: aProjectPath('example/docs'),
	},
	{ rule: 'consumer-calls-nothing', level: 'notice', ...ofConsumer, project, files: 40 },
	{
		rule: 'call-unmapped',
		level: 'unknown',
		...ofConsumer,
		project,
		call: 'Cars.New',
		at: 'a.go:7',
		count: 3,
	},
	{
		rule: 'consumer-not-read',
		project,
		level: 'unknown',
		...ofConsumer,
		extent: 'nothing',
		why: 'GitLab answered 503.',
	},
	{
		rule: 'consumer-not-read',
		project: aProjectPath('example/half'),
		level: 'unknown',
		...ofConsumer,
		extent: 'part',
		why: 'The archive was cut after 3 of 9 MB.',
	},
	{
		rule: 'consumer-not-read',
		project: aProjectPath('example/older'),
		level: 'unknown',
		...ofConsumer,
		extent: 'older',
		why: 'The archive of commit c0ffee0c could not be read. GitLab answered 503.',
	},
	{
		rule: 'deprecated-endpoint-called',
		level: 'notice',
		...ofApi,
		key: 'crank-car',
		id: 'crank-car',
		endpoint: 'POST /cars/:id/crank',
		removal: '20.0',
		replacement: 'get-car',
		projects: [project, aProjectPath('example/other')],
	},
	{
		rule: 'deprecated-endpoint-called',
		level: 'notice',
		...ofApi,
		key: 'honk',
		id: 'honk',
		endpoint: 'POST /cars/:id/honk',
		removal: null,
		replacement: null,
		projects: [project],
	},
	{ rule: 'rule-fails', level: 'broken', exemptionEnded: true, ...ofRule, result: failing },
	{
		rule: 'rule-not-checked',
		level: 'unknown',
		...ofRule,
		result: { ...failing, answer: 'unknown', needs: 'The next pull.' },
	},
	{
		rule: 'rule-exemption-not-needed',
		level: 'notice',
		...ofRule,
		result: { ...failing, answer: 'holds' },
	},
	{
		rule: 'list-stale',
		level: 'unknown',
		concerns: 'registry',
		place: wholeFile('plan'),
		list: 'issues',
		pulledAt,
		reason: 'GitLab answered 503.',
	},
	{
		rule: 'list-missing',
		level: 'unknown',
		concerns: 'registry',
		place: wholeFile('people'),
		list: 'members',
		reason:
			'GitLab shows members only to people who are signed in. Set a token, then run npm run pull.',
		forReaders: 'GitLab shows members only to people who are signed in.',
	},
];

/** One finding of each kind, for what is said of all of them. */
import type { Check } from '#core/inventory/check.ts';
import type { Finding } from '#core/findings/finding.ts';
import { GroupPath } from '#model/identifiers.ts';
import { anExemption, aPlace, aProjectPath, pulledAt } from '../../../builders.ts';

const project = aProjectPath('example/old');
const { file } = aPlace();

const check = (change: Pick<Check, 'id' | 'answer' | 'saw' | 'mend'>): Finding => ({
	rule: 'check',
	list: 'projects',
	project,
	place: aPlace(),
	check: {
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
	project: aProjectPath('example/new'),
	group: GroupPath.parse('example'),
	edit: {
		file,
		line: 16,
		action: 'add',
		text: '- path: example/new\n  name: new\n  group: product',
	},
} as const;
const exempt = {
	exemption: anExemption({ project }),
	place: aPlace({ file: 'content/registry/checks.yaml', line: 30, end: 34, indent: 2 }),
};

const consumerPlace = aPlace({ file: 'content/registry/consumers.yaml', line: 2, end: 4 });

export const findings: readonly Finding[] = [
	check({
		id: 'path',
		answer: 'broken',
		saw: 'GitLab has moved it to example/new.',
		mend: {
			text: 'Replace the path by example/new.',
			edits: [
				{ file, line: 14, end: 14, action: 'replace', text: '- path: example/new' },
				{ file, line: 17, end: 18, action: 'remove' },
			],
		},
	}),
	check({
		id: 'pipeline',
		answer: 'broken',
		saw: 'The newest pipeline of main has failed.',
		mend: { text: 'Open the pipeline.' },
	}),
	check({
		id: 'readable',
		answer: 'unknown',
		saw: 'GitLab shows strangers no such project.',
		mend: {
			text: 'Correct the path.',
			edits: [{ file, line: 15, action: 'add', text: '  private: true' }],
		},
	}),
	{
		rule: 'checks-unknown',
		check: 'maintainers',
		title: 'Maintainer access',
		projects: Array.from({ length: 36 }, (_, index) => aProjectPath(`example/${String(index)}`)),
		needs: [{ text: 'A token with the scope read_api.', count: 36 }],
	},
	{
		rule: 'checks-unknown',
		check: 'pipeline',
		title: 'Pipeline of the default branch',
		projects: ['example/a', 'example/b', 'example/c'].map(aProjectPath),
		needs: [
			{ text: 'The next pull.', count: 2 },
			{ text: 'Access to its pipelines.', count: 1 },
		],
	},
	{ rule: 'project-not-pulled', list: 'projects', project, place: aPlace() },
	{ rule: 'project-no-longer-declared', list: 'consumers', project },
	{ ...undeclared, archived: false },
	{ ...undeclared, archived: true },
	{ rule: 'exemption-ended', ...exempt },
	{ rule: 'exemption-not-needed', ...exempt },
	{ rule: 'exemption-of-nothing', why: 'not-applicable', ...exempt, place: null },
	{
		rule: 'group-not-visible',
		group: GroupPath.parse('example/people'),
		place: aPlace({ file: 'content/registry/people.yaml', line: 3 }),
	},
	{ rule: 'complete-group-not-visible', group: GroupPath.parse('example/tols'), line: 12 },
	{ rule: 'milestone-without-planning-issue', milestone: '19.8', project, label: 'Planning Issue' },
	{
		rule: 'endpoint-not-declared',
		endpoint: 'PUT /cars/:id/wash',
		project: aProjectPath('example/docs'),
		places: [
			{ file: 'doc/cars.md', line: 80 },
			{ file: 'doc/openapi.yaml', line: 7 },
		],
	},
	{
		rule: 'endpoint-not-documented',
		id: 'list-cars',
		endpoint: 'GET /cars',
		files: ['doc/cars.md', 'doc/openapi.yaml'],
	},
	{
		rule: 'endpoints-not-in-source',
		source: 'openapi',
		files: ['doc/openapi.yaml'],
		endpoints: ['GET /cars/:id', 'GET /cars', 'POST /cars'],
	},
	{ rule: 'page-without-endpoints', file: 'doc/cranks.md', project: aProjectPath('example/docs') },
	{ rule: 'consumer-calls-nothing', project, place: consumerPlace, files: 40 },
	{
		rule: 'call-unmapped',
		project,
		place: consumerPlace,
		call: 'Cars.New',
		at: 'a.go:7',
		count: 3,
	},
	{
		rule: 'consumer-not-read',
		project,
		place: consumerPlace,
		extent: 'nothing',
		why: 'GitLab answered 503.',
	},
	{
		rule: 'consumer-not-read',
		project: aProjectPath('example/half'),
		place: consumerPlace,
		extent: 'part',
		why: 'The archive was cut after 3 of 9 MB.',
	},
	{
		rule: 'consumer-not-read',
		project: aProjectPath('example/older'),
		place: consumerPlace,
		extent: 'older',
		why: 'The archive of commit c0ffee0c could not be read. GitLab answered 503.',
	},
	{
		rule: 'deprecated-endpoint-called',
		id: 'crank-car',
		endpoint: 'POST /cars/:id/crank',
		removal: '20.0',
		replacement: 'get-car',
		projects: [project, aProjectPath('example/other')],
	},
	{
		rule: 'deprecated-endpoint-called',
		id: 'honk',
		endpoint: 'POST /cars/:id/honk',
		removal: null,
		replacement: null,
		projects: [project],
	},
	{ rule: 'list-stale', list: 'issues', pulledAt, reason: 'GitLab answered 503.' },
	{ rule: 'list-missing', list: 'members', reason: 'Set a token, then run npm run pull.' },
];

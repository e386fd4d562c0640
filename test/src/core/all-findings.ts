/** One finding of each kind, for what is said of all of them. */
import type { Check } from '#core/checks/check.ts';
import type { Finding } from '#core/finding.ts';
import { GroupPath } from '#model/identifiers.ts';
import { anExemption, aPlace, aProjectPath, pulledAt } from '../../builders.ts';

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
const exempt = { exemption: anExemption({ project }), line: 30 };

export const findings: readonly Finding[] = [
	check({
		id: 'path',
		answer: 'broken',
		saw: 'GitLab has moved it to example/new.',
		mend: {
			text: 'Replace the path by example/new.',
			edit: { file, line: 14, action: 'replace', text: '- path: example/new' },
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
			edit: { file, line: 16, action: 'add', text: '  private: true' },
		},
	}),
	{
		rule: 'checks-unknown',
		check: 'maintainers',
		title: 'Maintainer access',
		count: 36,
		needs: 'A token with the scope read_api.',
	},
	{ rule: 'project-not-pulled', list: 'projects', project, place: aPlace() },
	{ rule: 'project-no-longer-declared', list: 'consumers', project },
	{ ...undeclared, archived: false },
	{ ...undeclared, archived: true },
	{ rule: 'exemption-ended', ...exempt },
	{ rule: 'exemption-not-needed', ...exempt },
	{ rule: 'exemption-of-nothing', why: 'not-applicable', ...exempt },
	{
		rule: 'group-not-visible',
		group: GroupPath.parse('example/people'),
		place: aPlace({ file: 'content/registry/people.yaml', line: 3 }),
	},
	{ rule: 'milestone-without-planning-issue', milestone: '19.8', project, label: 'Planning Issue' },
	{ rule: 'list-stale', list: 'issues', pulledAt, reason: 'GitLab answered 503.' },
	{ rule: 'list-missing', list: 'members', reason: 'It needs a token.' },
];

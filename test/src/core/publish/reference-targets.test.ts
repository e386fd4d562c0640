import { describe, expect, test } from 'vitest';
import { findTarget, toReferencePlaces } from '#core/publish/reference-targets.ts';
import { parseReferences } from '#core/base/references.ts';
import {
	aDeclaredProject,
	aMilestone,
	anIssue,
	aProject,
	aSite,
	someFacts,
} from '../../../builders.ts';

const instance = 'https://gitlab.example.org';
const site = aSite({
	instance: `${instance}/`,
	references: { project: 'example/tools/widget', group: 'example' },
});
const nothing = toReferencePlaces({ site, projects: [] }, undefined);

const rows = {
	milestones: [
		aMilestone({
			title: '19.6',
			state: 'closed',
			webUrl: `${instance}/groups/example/-/milestones/6`,
		}),
		aMilestone({ title: '19.7', webUrl: null }),
	],
	issues: [anIssue({ iid: 12, title: 'Teach it to wait', state: 'closed' })],
	'planning-issues': [anIssue({ iid: 13, title: 'Plan of 19.7' })],
	projects: [
		aProject({ path: 'example/tools/widget' }),
		aProject({ path: 'example/old', facts: someFacts({ path: 'example/old', archived: true }) }),
		aProject({ path: 'example/left', facts: someFacts({ path: 'example/new/home' }) }),
		aProject({
			path: 'example/gone',
			facts: someFacts({ path: 'example/attic/gone', archived: true }),
		}),
		aProject({ path: 'example/secret', answer: 'missing-or-private' }),
		aProject({ path: 'ops/rig', answer: 'other-instance' }),
		aProject({ path: 'example/declared-old' }),
	],
	consumers: [
		aProject({ path: 'example/cli', facts: someFacts({ path: 'example/cli', archived: true }) }),
	],
};
const projects = [
	aDeclaredProject({ path: 'ops/rig', instance: 'https://ops.example.net/' }),
	aDeclaredProject({ path: 'example/declared-old', archived: true }),
];
const known = toReferencePlaces({ site, projects }, rows);

function targetOf(text: string, places = known) {
	const [token, ...others] = parseReferences(text);
	if (!token || token.kind === 'text' || others.length > 0) throw new Error(`Not one: ${text}`);
	return findTarget(token, places);
}

describe('where a reference leads, without a snapshot', () => {
	test.each([
		['~bug', '/groups/example/-/issues?label_name%5B%5D=bug'],
		['~"team::back end"', '/groups/example/-/issues?label_name%5B%5D=team%3A%3Aback+end'],
		['~"R&D #1?"', '/groups/example/-/issues?label_name%5B%5D=R%26D+%231%3F'],
		['~"\ud800"', '/groups/example/-/issues?label_name%5B%5D=%EF%BF%BD'],
		['%19.7', '/groups/example/-/milestones?state=all&search_title=19.7'],
		['%"Next releases"', '/groups/example/-/milestones?state=all&search_title=Next+releases'],
		['#12', '/example/tools/widget/-/issues/12'],
		['a/b#12', '/a/b/-/issues/12'],
		['!45', '/example/tools/widget/-/merge_requests/45'],
		['a/b!45', '/a/b/-/merge_requests/45'],
		['&3', '/groups/example/-/epics/3'],
		['a/b&3', '/groups/a/b/-/epics/3'],
		['@ada', '/ada'],
		['@group/sub', '/group/sub'],
		['a/b>', '/a/b'],
	])('%s', (text, path) => {
		expect(targetOf(text, nothing)).toEqual({ url: instance + path, title: null });
	});
});

describe('what the snapshot knows', () => {
	test.each([
		{
			text: '%19.6',
			url: '/groups/example/-/milestones/6',
			title: 'Milestone, closed',
		},
		{
			text: '%19.7',
			url: '/groups/example/-/milestones?state=all&search_title=19.7',
			title: 'Milestone, active',
		},
		{ text: '#12', url: '/example/tools/widget/-/issues/12', title: 'Teach it to wait (closed)' },
		{ text: '#13', url: '/example/tools/widget/-/issues/13', title: 'Plan of 19.7 (opened)' },
		{ text: '#99', url: '/example/tools/widget/-/issues/99', title: null },
		{ text: 'Example/Tools/Widget>', url: '/example/tools/widget', title: null },
		{ text: 'example/old>', url: '/example/old', title: 'example/old is archived' },
		{
			text: 'example/old!4',
			url: '/example/old/-/merge_requests/4',
			title: 'example/old is archived',
		},
		{
			text: 'example/left#4',
			url: '/example/new/home/-/issues/4',
			title: 'example/left is now example/new/home',
		},
		{
			text: 'example/gone>',
			url: '/example/attic/gone',
			title: 'example/gone is now example/attic/gone; example/attic/gone is archived',
		},
		{
			text: 'example/secret>',
			url: '/example/secret',
			title: 'You need to sign in to see example/secret on GitLab',
		},
		{
			text: 'example/declared-old>',
			url: '/example/declared-old',
			title: 'example/declared-old is archived',
		},
		{ text: 'example/cli>', url: '/example/cli', title: 'example/cli is archived' },
	])('$text', ({ text, url, title }) => {
		expect(targetOf(text)).toEqual({ url: instance + url, title });
	});

	test('a project on another instance is linked there', () => {
		expect(targetOf('ops/rig#4')).toEqual({
			url: 'https://ops.example.net/ops/rig/-/issues/4',
			title: 'ops/rig is on another instance',
		});
	});
});

test('places are plain data, so that a change of them is a change of the configuration', () => {
	expect(JSON.parse(JSON.stringify(known))).toEqual(known);
});

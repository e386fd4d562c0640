import { describe, expect, test } from 'vitest';
import {
	declaredUrl,
	editUrl,
	fileUrl,
	hostOf,
	membersUrl,
	milestonePage,
	newIssueUrl,
	projectPage,
	treeUrl,
} from '#core/words/links.ts';
import { ProjectPath } from '#model/identifiers.ts';
import { aContact } from '../../../builders.ts';

const path = ProjectPath.parse('group/project');
const handbook = { project: ProjectPath.parse('group/handbook'), branch: 'main' };

describe('a declared project is on the instance that the registry names', () => {
	test.each([
		{
			declared: { path },
			instance: 'https://gitlab.example.org',
			url: 'https://gitlab.example.org/group/project',
			why: "the site's own",
		},
		{
			declared: { path },
			instance: 'https://example.org/gitlab/',
			url: 'https://example.org/gitlab/group/project',
			why: 'under a path, with a slash at the end',
		},
		{
			declared: { path, instance: 'https://ops.example.org' },
			instance: 'https://gitlab.example.org',
			url: 'https://ops.example.org/group/project',
			why: 'another one',
		},
	])('$url: $why', ({ declared, instance, url }) => {
		expect(declaredUrl(declared, { instance })).toBe(url);
	});
});

test('a link to a line names branch and file, whatever characters they hold', () => {
	expect(fileUrl('https://gitlab.example.org/group/project', 'fix/#1 a', 'go.mod', 3)).toBe(
		'https://gitlab.example.org/group/project/-/blob/fix/%231%20a/go.mod#L3',
	);
});

test('a link to a part of a project keeps its folders', () => {
	const tree = { ref: 'master', path: 'docs/ci-runners' };
	expect(treeUrl('https://gitlab.example.org/group/project', tree)).toBe(
		'https://gitlab.example.org/group/project/-/tree/master/docs/ci-runners',
	);
});

test('the registry is edited in the handbook’s own project', () => {
	const site = { instance: 'https://gitlab.example.org', handbook };
	expect(editUrl(site, 'content/registry/projects.yaml')).toBe(
		'https://gitlab.example.org/group/handbook/-/edit/main/content/registry/projects.yaml',
	);
});

describe('the form for a new issue', () => {
	const site = { instance: 'https://gitlab.example.org' };
	test.each([
		{ why: 'nothing', issue: {}, query: '' },
		{ why: 'a template', issue: { template: 'Big Bug' }, query: '?issuable_template=Big%20Bug' },
		{ why: 'a title', issue: { title: 'A & B: ' }, query: '?issue[title]=A%20%26%20B%3A' },
		{
			why: 'labels, as a quick action',
			issue: { template: 'Bug', labels: ['group::a b', 'bug'] },
			query:
				'?issuable_template=Bug&issue[description]=%2Flabel%20~%22group%3A%3Aa%20b%22%20~%22bug%22',
		},
		{
			why: 'what nobody else may see',
			issue: { confidential: true },
			query: '?issue[confidential]=true',
		},
	])('fills in $why', ({ issue, query }) => {
		const [section] = aContact(issue).sections;
		expect(newIssueUrl(site, section!.needs[0]!.issue!)).toBe(
			`https://gitlab.example.org/example/tools/widget/-/issues/new${query}`,
		);
	});
});

test('the members of a group are those who were added to it', () => {
	expect(membersUrl({ instance: 'https://gitlab.example.org' }, 'group/sub')).toBe(
		'https://gitlab.example.org/groups/group/sub/-/group_members?with_inherited_permissions=exclude',
	);
});

test('a source is named by its host', () => {
	expect(hostOf('https://gitlab.example.org/')).toBe('gitlab.example.org');
});

test('a project has a page under its path', () => {
	expect(projectPage(path)).toBe('/projects/group/project/');
});

test('the page of a milestone stays in its folder, whatever the title', () => {
	expect(milestonePage('19.7')).toBe('/roadmap/milestones/19.7/');
	expect(milestonePage('../a')).toBe('/roadmap/milestones/_2e_2e_2fa/');
});

import { expect, test } from 'vitest';
import { describeFinding, levelOf, type Finding } from '#core/finding.ts';
import { GroupPath } from '#model/identifiers.ts';
import { aProjectPath, pulledAt } from '../../builders.ts';

const project = aProjectPath('example/old');
const at = { project, declaredIn: 'content/registry/projects.yaml:14' };
const findings: Finding[] = [
	{ rule: 'project-moved', ...at, movedTo: aProjectPath('example/new') },
	{ rule: 'project-missing-or-private', ...at },
	{ rule: 'project-archived', ...at },
	{ rule: 'project-declared-archived', ...at },
	{ rule: 'project-not-pulled', ...at },
	{ rule: 'project-no-longer-declared', project, list: 'consumers' },
	{
		rule: 'group-not-visible',
		group: GroupPath.parse('example/people'),
		declaredIn: 'content/registry/people.yaml:3',
	},
	{ rule: 'milestone-without-planning-issue', milestone: '19.8', project, label: 'Planning Issue' },
	{ rule: 'list-stale', list: 'issues', pulledAt, reason: 'GitLab answered 503.' },
	{ rule: 'list-missing', list: 'members', reason: 'It needs a token.' },
];

test('every finding says where, what and what to do', () => {
	expect(findings.map(describeFinding).join('\n\n')).toMatchInlineSnapshot(`
		"content/registry/projects.yaml:14 declares example/old, but GitLab has moved that project.
		Replace the path by the new one: example/new

		content/registry/projects.yaml:14 declares example/old, but GitLab shows a stranger no such project: it is missing or private, and a stranger cannot tell which.
		Correct the path if the project moved, remove the entry if it is gone, leave it if it is private.

		content/registry/projects.yaml:14 declares example/old, but on GitLab that project is archived.
		Add "archived: true" to the entry, or remove the entry.

		content/registry/projects.yaml:14 declares example/old as archived, but on GitLab that project is not.
		Remove "archived: true" from the entry, or archive the project on GitLab.

		content/registry/projects.yaml:14 declares example/old, but the snapshot knows nothing of it.
		Run npm run pull.

		content/snapshot has example/old, which content/registry/consumers.yaml does not declare any more.
		Run npm run pull to drop it, or declare it again.

		content/registry/people.yaml:3 declares the group example/people, but GitLab does not show it to a stranger: it is missing or private. Nobody of it is published.
		Correct the path, or make the group public on GitLab.

		%19.8 has no planning issue: content/registry/plan.yaml looks for one in example/old with the label ~"Planning Issue".
		Open one, or put the one that there is into the milestone.

		content/snapshot holds the list "issues" as it was at 2026-11-23T08:30:00Z, because a later pull did not get it.
		GitLab answered 503.
		Run npm run pull to ask again.

		content/snapshot lacks the list "members", so pages cannot show it.
		It needs a token.
		Run npm run pull to ask again."
	`);
});

test('what GitLab could not tell is unknown, never broken', () => {
	const unknown = findings.filter((finding) => levelOf(finding) === 'unknown');
	expect(unknown.map(({ rule }) => rule)).toEqual([
		'project-missing-or-private',
		'project-not-pulled',
		'group-not-visible',
		'list-stale',
		'list-missing',
	]);
});

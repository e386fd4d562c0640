import { expect, test } from 'vitest';
import { describeFinding, levelOf } from '#core/finding.ts';
import { findings } from './all-findings.ts';

test('every finding says where, what and what to do', () => {
	expect(findings.map(describeFinding).join('\n\n')).toMatchInlineSnapshot(`
		"content/registry/projects.yaml:14 declares example/old, of which the check "path" (At its place) is broken: GitLab has moved it to example/new.
		Replace the path by example/new. Replace line 14 of content/registry/projects.yaml by: - path: example/new
		Remove lines 17 to 18 of content/registry/projects.yaml.

		content/registry/projects.yaml:14 declares example/old, of which the check "pipeline" (At its place) is broken: The newest pipeline of main has failed.
		Open the pipeline.

		content/registry/projects.yaml:14 declares example/old, of which the check "readable" (At its place) cannot be told: GitLab shows strangers no such project.
		Correct the path. Add after line 15 of content/registry/projects.yaml:
		  private: true

		content/registry/checks.yaml has the check "maintainers" (Maintainer access), which is unknown for 36 projects: example/0, example/1, example/2, example/3, example/4 and 31 more.
		To tell, it takes: A token with the scope read_api.

		content/registry/checks.yaml has the check "pipeline" (Pipeline of the default branch), which is unknown for 3 projects: example/a, example/b, example/c.
		What it takes to tell is not the same everywhere. For 2 projects: The next pull. For 1 project: Access to its pipelines.

		content/registry/projects.yaml:14 declares example/old, but the snapshot knows nothing of it.
		Run npm run pull.

		content/snapshot has example/old, which content/registry/consumers.yaml does not declare any more.
		Run npm run pull to drop it, or declare it again.

		content/registry/projects.yaml:16 lacks example/new, which GitLab lists in example.
		Declare it with its name and group, or move it out of the group on GitLab. Add after line 16 of content/registry/projects.yaml:
		- path: example/new
		  name: new
		  group: product

		content/registry/projects.yaml:16 lacks example/new, which GitLab lists in example as archived.
		Declare it with its name and group, or move it out of the group on GitLab. Add after line 16 of content/registry/projects.yaml:
		- path: example/new
		  name: new
		  group: product

		content/registry/checks.yaml:30 exempts example/old from the check "release" until 2027-01-31, which is over: the check counts again.
		Mend what the check says and remove the exemption, or give it a later day with a reason that still holds. Remove lines 30 to 34 of content/registry/checks.yaml.

		content/registry/checks.yaml:30 exempts example/old from the check "release", but that check holds.
		Remove the exemption. Remove lines 30 to 34 of content/registry/checks.yaml.

		content/registry/checks.yaml:1 exempts example/old from the check "release", but that check does not apply to the project.
		Correct the exemption, or remove it.

		content/registry/people.yaml:3 declares the group example/people, but GitLab does not show it to a stranger: it is missing or private. Nobody of it is published.
		Correct the path, or make the group public on GitLab.

		content/registry/checks.yaml:12 wants every project of the group example/tols to be declared, but GitLab does not show that group to a stranger: it is missing or private. Nobody can tell which projects it has.
		Correct the path, make the group public on GitLab, or remove it from completeGroups.

		%19.8 has no planning issue: content/registry/plan.yaml looks for one in example/old with the label ~"Planning Issue".
		Open one, or put the one that there is into the milestone.

		content/snapshot holds the list "issues" as it was at 2026-11-23T08:30:00Z, because a later pull did not get it.
		GitLab answered 503.
		Run npm run pull to ask again.

		content/snapshot lacks the list "members", so pages cannot show it.
		Set a token, then run npm run pull."
	`);
});

test('what GitLab could not tell is unknown, never broken', () => {
	const rulesAt = (level: string) =>
		findings.filter((finding) => levelOf(finding) === level).map(({ rule }) => rule);
	expect(rulesAt('broken')).toEqual(['check', 'check', 'project-not-declared']);
	expect(rulesAt('unknown')).toEqual([
		'check',
		'checks-unknown',
		'checks-unknown',
		'project-not-pulled',
		'group-not-visible',
		'complete-group-not-visible',
		'list-stale',
		'list-missing',
	]);
	expect(rulesAt('notice')).toHaveLength(findings.length - 11);
});

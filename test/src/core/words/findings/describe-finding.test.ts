import { expect, test } from 'vitest';
import { describeFinding, describeForReaders } from '#core/words/findings/describe-finding.ts';
import { findings } from '../../findings/all-findings.ts';

test('every finding says where, what and what to do', () => {
	expect(findings.map(describeFinding).join('\n\n')).toMatchInlineSnapshot(`
		"content/registry/projects.yaml:14: example/old fails the check "path" (At its place): GitLab has moved it to example/new.
		Replace the path with example/new. Replace line 14 of content/registry/projects.yaml with: - path: example/new
		Remove lines 17 to 18 of content/registry/projects.yaml.

		content/registry/projects.yaml:14: example/old fails the check "pipeline" (At its place): The newest pipeline of main failed.
		Open the pipeline.

		content/registry/projects.yaml:14: We couldn't run the check "readable" (At its place) on example/old: GitLab shows strangers no such project.
		Correct the path. Add after line 15 of content/registry/projects.yaml:
		  private: true

		content/registry/projects.yaml:1: We couldn't run the check "maintainers" (Maintainer access) on 36 projects: example/0, example/1, example/2, example/3, example/4 and 31 more.
		To check it, you need: A token with the scope read_api.

		content/registry/projects.yaml:1: We couldn't run the check "pipeline" (Pipeline of the default branch) on 3 projects: example/a, example/b, example/c.
		To check it, you need something different for each. For 2 projects: The next pull. For 1 project: Access to its pipelines.

		content/registry/projects.yaml:14: example/old is declared, but isn't in the snapshot yet.
		Run npm run pull.

		content/registry/consumers.yaml:1: example/old is in the snapshot, but is no longer declared here.
		Declare it again if you still want it; the next pull drops it otherwise.

		content/registry/projects.yaml:16: example/new isn't declared, but GitLab lists it in example.
		Declare it, or move it out of the group on GitLab. Add after line 16 of content/registry/projects.yaml:
		- path: example/new
		  name: new
		  group: product

		content/registry/projects.yaml:16: example/new isn't declared, but GitLab lists it in example as archived.
		Declare it, or move it out of the group on GitLab. Add after line 16 of content/registry/projects.yaml:
		- path: example/new
		  name: new
		  group: product

		content/registry/checks.yaml:30: The exemption of example/old from the check "release" ended on 2027-01-31, so the check counts again.
		Fix what the check finds and remove the exemption, or give it a later day and a reason that still applies. Remove lines 30 to 34 of content/registry/checks.yaml.

		content/registry/checks.yaml:30: The exemption of example/old from the check "release" isn't needed: the check passes.
		Remove it. Remove lines 30 to 34 of content/registry/checks.yaml.

		content/registry/checks.yaml:30: The exemption of example/old from the check "release" has no effect: the check doesn't apply to the project.
		Correct it, or remove it.

		content/registry/people.yaml:3: GitLab doesn't show the group example/people to people who aren't signed in: it is missing or private. We publish nobody in it.
		Correct the path, or make the group public on GitLab.

		content/registry/checks.yaml:12: Every project of the group example/tols should be declared, but GitLab doesn't show the group to people who aren't signed in: it is missing or private. We can't see its projects.
		Correct the path, make the group public on GitLab, or remove it from completeGroups.

		content/registry/plan.yaml:1: %19.8 has no planning issue in example/old with the label ~"Planning Issue".
		Open one, or add the one that exists to %19.8.

		content/registry/contact.yaml:14: The issue goes to example/old, which isn't declared in content/registry/projects.yaml.
		Correct the path, or add ours: false if the project is another team's.

		content/registry/contact.yaml:14: The issue gets the label ~"tpye::bug", but no issue of the plan has it.
		Correct the label if it's misspelled.

		content/registry/onboarding.yaml:8: The step "Boil some water" leads to example/old, which is now at example/new.
		Change the target of the step, or remove the step.

		content/handbook/work/plan.mdx:20: The page names %19.5, which is closed.
		Bring the text up to date.

		content/registry/api.yaml:1: The endpoint PUT /cars/:id/wash isn't declared, but example/docs documents it in doc/cars.md:80 and doc/openapi.yaml:7.
		Add it to endpoints. If it isn't an endpoint, or isn't public, add it to surface.ignored with the reason.

		content/registry/api.yaml:1: The endpoint "list-cars" (GET /cars) isn't documented in doc/cars.md or doc/openapi.yaml.
		Correct its method and path, or remove it if it's gone. If it's documented on another page, add that page to surface.pages.

		content/registry/api.yaml:1: The OpenAPI description (doc/openapi.yaml) doesn't have GET /cars/:id, GET /cars and POST /cars, which are declared here and documented elsewhere.
		The registry is right. Complete the documentation if it should be there.

		content/registry/api.yaml:1: The documentation of the endpoint "list-cars" is https://docs.example.com/cars#list, but doc/cars.md of example/docs has no heading with that anchor.
		Correct the anchor: the heading was renamed, or is gone.

		content/registry/api.yaml:1: We found no endpoint on the page doc/cranks.md of example/docs, so we can't check which endpoints are still documented.
		Correct its path, or remove it from surface.pages. If it's new in the registry, run npm run pull first.

		content/registry/consumers.yaml:2: We found no call of the API in 40 files of the consumer example/old.
		Remove it if it no longer calls the API. If it does so in a way we don't look for, say so in its note.

		content/registry/consumers.yaml:2: example/old calls Cars.New in a.go:7 and in 2 other places, which belongs to no endpoint of content/registry/api.yaml.
		Add the name to the endpoint it calls in content/registry/api.yaml, or add that endpoint.

		content/registry/consumers.yaml:2: example/old: we couldn't read its source, so we don't know what it calls. GitLab answered 503.
		Run npm run pull to read it again.

		content/registry/consumers.yaml:2: example/half: we could only read part of its source, so calls may be missing. The archive was cut after 3 of 9 MB.
		Run npm run pull to read it again, or say in its note what the rest calls.

		content/registry/consumers.yaml:2: example/older: we couldn't read its newest commit, so its calls may have changed. The archive of commit c0ffee0c could not be read. GitLab answered 503.
		Run npm run pull to read it again.

		content/registry/api.yaml:1: The endpoint "crank-car" (POST /cars/:id/crank) is deprecated, to be removed in %20.0, and still called by example/old, example/other.
		Tell them to use "get-car" instead.

		content/registry/api.yaml:1: The endpoint "honk" (POST /cars/:id/honk) is deprecated, and still called by example/old.
		Tell them, and say in the registry what to use instead.

		content/registry/rules.yaml:7: The rule "one-priority" (One priority each) fails: 1 of 2 issues has more than one priority. Its exemption has ended. It's about: example/old#1 Wait; and 2 more.
		Remove one of them. Owner: product manager.

		content/registry/rules.yaml:7: The rule "one-priority" (One priority each) couldn't be checked: 1 of 2 issues has more than one priority.
		To check it, you need: The next pull. Owner: product manager.

		content/registry/rules.yaml:7: The rule "one-priority" (One priority each) passes, so its exemption isn't needed.
		Remove it.

		content/registry/plan.yaml:1: The snapshot's list "issues" is from 2026-11-23T08:30:00Z; newer pulls failed. GitLab answered 503.
		Run npm run pull to try again.

		content/registry/people.yaml:1: The snapshot has no list "members", so pages can't show it. GitLab shows members only to people who are signed in. Set a token, then run npm run pull."
	`);
});

test('on a page nothing is left that only those who pull can do', () => {
	const told = findings.map(describeForReaders);
	expect(told.filter(({ found, fix }) => `${found} ${fix}`.includes('npm run'))).toEqual([]);
	expect(told.at(-1)).toEqual({
		found:
			'The snapshot has no list "members", so pages can\'t show it. GitLab shows members only to people who are signed in.',
		fix: '',
	});
});

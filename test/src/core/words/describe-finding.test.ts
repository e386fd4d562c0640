import { expect, test } from 'vitest';
import { describeFinding } from '#core/words/describe-finding.ts';
import { findings } from '../findings/all-findings.ts';

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

		content/registry/checks.yaml:30 exempts example/old from the check "release", but that check does not apply to the project.
		Correct the exemption, or remove it.

		content/registry/people.yaml:3 declares the group example/people, but GitLab does not show it to a stranger: it is missing or private. Nobody of it is published.
		Correct the path, or make the group public on GitLab.

		content/registry/checks.yaml:12 wants every project of the group example/tols to be declared, but GitLab does not show that group to a stranger: it is missing or private. Nobody can tell which projects it has.
		Correct the path, make the group public on GitLab, or remove it from completeGroups.

		%19.8 has no planning issue: content/registry/plan.yaml looks for one in example/old with the label ~"Planning Issue".
		Open one, or put the one that there is into the milestone.

		content/registry/contact.yaml:14 opens issues in example/old, which content/registry/projects.yaml does not declare.
		Correct the path, or write ours: false beside it if the project is another team's.

		content/registry/contact.yaml:14 opens issues with the label ~"tpye::bug", but no issue of the plan has it.
		Correct the label if it is misspelled.

		content/registry/api.yaml lacks the endpoint PUT /cars/:id/wash, which example/docs documents in doc/cars.md:80 and doc/openapi.yaml:7.
		Add it to endpoints. If it is no endpoint, or not public, add it to surface.ignored with the reason.

		content/registry/api.yaml has the endpoint "list-cars" (GET /cars), which is documented nowhere: none of doc/cars.md and doc/openapi.yaml has it.
		Correct its method and path, or remove it if it is gone. If it stands in another page, add that page to surface.pages.

		The OpenAPI description (doc/openapi.yaml) lacks GET /cars/:id, GET /cars and POST /cars, which content/registry/api.yaml has and which are documented elsewhere.
		Nothing is wrong with the registry. Complete the documentation if it should be there.

		content/registry/api.yaml has https://docs.example.com/cars#list as docs of the endpoint "list-cars", but doc/cars.md of example/docs has no heading with that anchor.
		Correct the anchor: the heading was renamed, or is gone.

		content/registry/api.yaml names the page doc/cranks.md of example/docs, but no endpoint was found there, so nobody can tell which endpoints are documented no more.
		Run npm run pull if the page is new in the registry. Otherwise correct its path, or remove it from surface.pages.

		content/registry/consumers.yaml:2 declares the consumer example/old, but nothing in its source calls the API, as far as can be seen: 40 files read.
		Remove it if it calls the API no more. If it calls it in a way that is not looked for, say so in its note.

		content/registry/consumers.yaml:2 declares example/old, which calls Cars.New in a.go:7 and at 2 other places: no endpoint of content/registry/api.yaml has it, so which one it calls cannot be told.
		Add it to the endpoint that it calls in content/registry/api.yaml, or add that endpoint.

		content/registry/consumers.yaml:2 declares example/old, of whose source nothing was read, so what it calls is unknown. GitLab answered 503.
		Run npm run pull to read it again.

		content/registry/consumers.yaml:2 declares example/half, of whose source only a part was read, so calls may be missing. The archive was cut after 3 of 9 MB.
		Run npm run pull to read it again.

		content/registry/consumers.yaml:2 declares example/older, of whose source the newest commit was not read, so what it calls may have changed. The archive of commit c0ffee0c could not be read. GitLab answered 503.
		Run npm run pull to read it again.

		content/registry/api.yaml has the endpoint "crank-car" (POST /cars/:id/crank) as deprecated, to be removed in %20.0, and it is still called by example/old, example/other.
		Tell them to use "get-car" instead.

		content/registry/api.yaml has the endpoint "honk" (POST /cars/:id/honk) as deprecated, and it is still called by example/old.
		Tell them, and say in the registry what to use instead.

		content/snapshot holds the list "issues" as it was at 2026-11-23T08:30:00Z, because a later pull did not get it.
		GitLab answered 503.
		Run npm run pull to ask again.

		content/snapshot lacks the list "members", so pages cannot show it.
		Set a token, then run npm run pull."
	`);
});

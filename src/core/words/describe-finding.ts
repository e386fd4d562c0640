import type { ProjectPath } from '#model/identifiers.ts';
import type { Check } from '#core/inventory/check.ts';
import { describeEdit } from '#core/inventory/checks/edit.ts';
import { describePlace } from '#core/inventory/place.ts';
import { describeApiFinding } from './describe-api-finding.ts';
import type { FindingBase } from '#core/findings/finding-base.ts';
import type { ExemptionFinding, Finding, Need, ProjectFinding } from '#core/findings/finding.ts';

/** A finding in whole sentences: where, what, and at the end what to do, with the lines to change. */
export function describeFinding(finding: Finding): string {
	const { edits = [] } = finding;
	return [describe(finding), edits.map(describeEdit).join('\n')].join(' ').trimEnd();
}

function describe(finding: Finding): string {
	switch (finding.rule) {
		case 'checks-unknown':
			return (
				`content/registry/checks.yaml has the check "${finding.check}" (${finding.title}), which is unknown for ${nameProjects(finding.projects)}.\n` +
				describeNeeds(finding.needs)
			);
		case 'group-not-visible':
			return (
				`${describePlace(finding.place)} declares the group ${finding.group}, but GitLab does not show it to a stranger: it is missing or private. Nobody of it is published.\n` +
				'Correct the path, or make the group public on GitLab.'
			);
		case 'complete-group-not-visible':
			return (
				`${describePlace(finding.place)} wants every project of the group ${finding.group} to be declared, but GitLab does not show that group to a stranger: it is missing or private. Nobody can tell which projects it has.\n` +
				'Correct the path, make the group public on GitLab, or remove it from completeGroups.'
			);
		case 'milestone-without-planning-issue':
			return (
				`%${finding.milestone} has no planning issue: content/registry/plan.yaml looks for one in ${finding.project} with the label ~"${finding.label}".\n` +
				'Open one, or put the one that there is into the milestone.'
			);
		case 'contact-project-not-declared':
			return (
				`${describePlace(finding.place)} opens issues in ${finding.project}, which content/registry/projects.yaml does not declare.\n` +
				"Correct the path, or write ours: false beside it if the project is another team's."
			);
		case 'contact-label-unseen':
			return (
				`${describePlace(finding.place)} opens issues with the label ~"${finding.label}", but no issue of the plan has it.\n` +
				'Correct the label if it is misspelled.'
			);
		case 'list-stale':
			return (
				`content/snapshot holds the list "${finding.list}" as it was at ${finding.pulledAt}, because a later pull did not get it.\n` +
				describeRemedy(finding.reason)
			);
		case 'list-missing':
			return (
				`content/snapshot lacks the list "${finding.list}", so pages cannot show it.\n` +
				describeRemedy(finding.reason)
			);
		case 'exemption-ended':
		case 'exemption-not-needed':
		case 'exemption-of-nothing':
			return describeExemptionFinding(finding);
		case 'check':
		case 'project-not-pulled':
		case 'project-no-longer-declared':
		case 'project-not-declared':
			return describeProjectFinding(finding);
		case 'endpoint-not-declared':
		case 'endpoint-not-documented':
		case 'endpoints-not-in-source':
		case 'docs-anchor-gone':
		case 'page-without-endpoints':
		case 'consumer-calls-nothing':
		case 'call-unmapped':
		case 'consumer-not-read':
		case 'deprecated-endpoint-called':
			return describeApiFinding(finding);
	}
}

/** Several needs are those of different projects, and not all of one. */
function describeNeeds(needs: readonly Need[]): string {
	const [only, ...others] = needs;
	if (only === undefined) return '';
	if (others.length === 0) return `To tell, it takes: ${only.text}`;
	const each = needs.map(({ text, count }) => `For ${projects(count)}: ${text}`);
	return `What it takes to tell is not the same everywhere. ${each.join(' ')}`;
}

/** Some reasons say themselves what to do: where a token is missing, just another pull gets no more. */
function describeRemedy(reason: string): string {
	return reason.includes('npm run pull') ? reason : `${reason}\nRun npm run pull to ask again.`;
}

function describeProjectFinding(finding: FindingBase & ProjectFinding): string {
	switch (finding.rule) {
		case 'check':
			return describeCheck(describePlace(finding.place), finding.project, finding.result);
		case 'project-not-pulled':
			return (
				`${describePlace(finding.place)} declares ${finding.project}, but the snapshot knows nothing of it.\n` +
				'Run npm run pull.'
			);
		case 'project-no-longer-declared':
			return (
				`content/snapshot has ${finding.project}, which content/registry/${finding.list}.yaml does not declare any more.\n` +
				'Run npm run pull to drop it, or declare it again.'
			);
		case 'project-not-declared':
			return (
				`${describePlace(finding.place)} lacks ${finding.project}, which GitLab lists in ${finding.group}${finding.archived ? ' as archived' : ''}.\n` +
				`Declare it with its name and group, or move it out of the group on GitLab.`
			);
	}
}

function describeCheck(place: string, project: ProjectPath, check: Check): string {
	const { id, title, answer, observed, fix } = check;
	const state = answer === 'broken' ? 'is broken' : 'cannot be told';
	const what = `${place} declares ${project}, of which the check "${id}" (${title}) ${state}: ${observed}`;
	return fix ? `${what}\n${fix.text}` : what;
}

function describeExemptionFinding(finding: FindingBase & ExemptionFinding): string {
	const { project, check, until } = finding.exemption;
	const what = `${describePlace(finding.place)} exempts ${project} from the check "${check}"`;
	switch (finding.rule) {
		case 'exemption-ended':
			return (
				`${what} until ${until}, which is over: the check counts again.\n` +
				'Mend what the check says and remove the exemption, or give it a later day with a reason that still holds.'
			);
		case 'exemption-not-needed':
			return `${what}, but that check holds.\nRemove the exemption.`;
		case 'exemption-of-nothing':
			return `${what}, but ${nothings[finding.why]}.\nCorrect the exemption, or remove it.`;
	}
}

const nothings: Record<Extract<Finding, { rule: 'exemption-of-nothing' }>['why'], string> = {
	'project-not-declared': 'content/registry/projects.yaml does not declare that project',
	'no-such-check': 'there is no such check that can be broken',
	'not-applicable': 'that check does not apply to the project',
};

/** All are in the report for programs: of many, the first stand for all. */
const namedProjects = 5;

function nameProjects(paths: readonly ProjectPath[]): string {
	const rest = paths.length - namedProjects;
	const named = paths.slice(0, namedProjects).join(', ');
	return `${projects(paths.length)}: ${named}${rest > 0 ? ` and ${String(rest)} more` : ''}`;
}

function projects(count: number): string {
	return count === 1 ? '1 project' : `${String(count)} projects`;
}

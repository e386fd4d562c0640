import type { Cited } from '#core/inventory/cited-project.ts';
import type { Contact } from '#model/contact.ts';
import type { OnboardingStep, StepTarget, StepTime } from '#model/onboarding.ts';
import type { Site } from '#model/site.ts';
import { capitalise, formatList } from './formats.ts';
import { labelIssuesUrl, membersUrl, pathUrl } from './links.ts';

export const stepTimeWords: Record<StepTime, string> = {
	'day-1': 'First day',
	'week-1': 'First week',
	'month-1': 'First month',
};

export interface Places {
	site: Pick<Site, 'instance' | 'references'>;
	contact: Pick<Contact, 'channels'> | undefined;
}

/**
 * Where a step leads: an address of the web, or a page of this site, which begins with a slash.
 *
 * @param cited What GitLab says of the target: a project that has moved is linked at its new place.
 */
export function findStepAddress(
	target: StepTarget,
	cited: Cited,
	{ site, contact }: Places,
): string {
	const { project, page, link, group, channel, label } = target;
	if (page !== undefined) return page;
	if (link !== undefined) return link;
	if (group !== undefined) return membersUrl(site, group);
	if (label !== undefined) return labelIssuesUrl(site, label);
	if (project !== undefined) {
		return pathUrl(site.instance, cited.state === 'moved' ? cited.to : project);
	}
	// The registry's reader refuses a channel that is not there.
	return contact?.channels.find(({ id }) => id === channel)?.url ?? site.instance;
}

/** Who grants a step, and for whom it is, as sentences. Empty: anybody, and everyone. */
export function describeStepPeople({
	grants,
	roles,
}: Pick<OnboardingStep, 'grants' | 'roles'>): string {
	return [
		...(grants === undefined ? [] : [`${capitalise(grants)} grants it.`]),
		...(roles.length === 0 ? [] : [`For: ${formatList(roles)}.`]),
	].join(' ');
}

/** A step as those see it who copy it. */
export interface CopiedStep extends Pick<OnboardingStep, 'title' | 'when' | 'grants' | 'roles'> {
	/** A whole address. `null`: it would lead nowhere from elsewhere. */
	url: string | null;
}

/** The steps as GitLab's Markdown, by the time they are for. */
export function toGitLabChecklist(steps: readonly CopiedStep[]): string {
	const times = Object.entries(stepTimeWords).map(([when, heading]) => {
		const lines = steps.filter((step) => step.when === when).map(toChecklistItem);
		return lines.length === 0 ? [] : [`## ${heading}\n\n${lines.join('\n')}`];
	});
	return times.flat().join('\n\n');
}

function toChecklistItem({ title, url, ...people }: CopiedStep): string {
	const name = title.replaceAll(/[\\`*_[\]<>&]/g, String.raw`\$&`);
	const linked = url === null ? name : `[${name}](${url})`;
	return `- [ ] ${[`${linked}.`, describeStepPeople(people)].join(' ').trimEnd()}`;
}

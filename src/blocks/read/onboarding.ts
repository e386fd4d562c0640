import type { LinkedStep } from '#components/onboarding/linked-step.ts';
import { href } from '#href.ts';
import { site } from '#site.ts';
import { citedByStep } from '#core/onboarding/step-target.ts';
import { findStepAddress } from '#core/words/step-words.ts';
import { siteData } from '#site-data.ts';
import { publishedAddress } from './published-address.ts';
import { oncePerBuild } from './once-per-build.ts';

/** A step, also for readers outside of the site. */
export interface ReadStep extends LinkedStep {
	publishedUrl: string;
}

/** The steps of new members, in order. Without `onboarding.yaml` there are none. */
export const readOnboardingSteps = oncePerBuild(async (): Promise<ReadStep[]> => {
	const { registry, snapshot } = await siteData();
	const { contact, onboarding } = registry;
	return (onboarding?.steps ?? []).map((step) => {
		const cited = citedByStep(step.target, registry, snapshot);
		const address = findStepAddress(step.target, cited, { site, contact });
		if (!isOfSite(address)) return { ...step, cited, url: address, publishedUrl: address };
		return { ...step, cited, url: href(address), publishedUrl: publishedAddress(address) };
	});
});

function isOfSite(address: string): address is `/${string}` {
	return address.startsWith('/');
}

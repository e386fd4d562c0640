import type { Cited } from '#core/inventory/cited-project.ts';
import type { OnboardingStep } from '#model/onboarding.ts';

/** A step, with where it leads and what GitLab says of that. */
export interface LinkedStep extends OnboardingStep {
	cited: Cited;
	/** For a link of this site. */
	url: string;
}

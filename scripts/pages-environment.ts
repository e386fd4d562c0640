import { isSeenByPages } from '#environment.ts';

/**
 * Takes from the environment of this process what pages must not see. Comes before Astro is loaded,
 * since its parts keep what they read.
 */
export function closeEnvironment(environment: NodeJS.ProcessEnv): void {
	for (const name of Object.keys(environment)) {
		if (!isSeenByPages(name)) Reflect.deleteProperty(environment, name);
	}
	environment.ASTRO_TELEMETRY_DISABLED = '1';
}

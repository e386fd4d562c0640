import { isSeenByPages } from '#environment.ts';

/**
 * Takes from this process what pages must not see. Comes before Astro is loaded, since its parts
 * keep what they read.
 */
export function closeEnvironment(): void {
	for (const name of Object.keys(process.env)) {
		if (!isSeenByPages(name)) Reflect.deleteProperty(process.env, name);
	}
	process.env.ASTRO_TELEMETRY_DISABLED = '1';
}

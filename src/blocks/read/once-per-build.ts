/**
 * Computes something that many pages show once for a build. In development the content changes
 * between two pages, so that it is computed for each.
 */
export function oncePerBuild<Value>(compute: () => Promise<Value>): () => Promise<Value> {
	let kept: Promise<Value> | undefined;
	return () => {
		if (!import.meta.env.PROD) return compute();
		kept ??= compute();
		return kept;
	};
}

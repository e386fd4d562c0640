/** Text that does harm, or breaks the page, where it is taken for HTML. Each has a name of its own. */
export function html(name: string): string {
	return `${name} </title></script>--><!-- <img src=x onerror=alert(1)> "'></td></a><script>alert(2)</script><b>&amp;`;
}

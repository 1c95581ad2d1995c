// SPDX-License-Identifier: Apache-2.0
// A worker's timers run on in hidden tabs, where the page's own are throttled.
setInterval(() => postMessage(0), 1000);

import type configuration from './.dependency-cruiser.js';

declare const folders: typeof configuration;

export default folders;

// What the scripts take from elsewhere, for `npm run types`.

// Written in front of the service worker by the build.
declare const HELD: {
  version: string;
  built: string;
  files: [name: string, bytes: number, digest: string][];
  left: string[];
};

// What the single file holds in place of a site.
declare var held: {
  readable: string;
  explorer(): Promise<[program: any, module: WebAssembly.Module]>;
  part(name: string): Promise<any>;
};

// How the programs call the scripts and one another.
declare var parts: { call(name: string, functionName: string, argument: string): Promise<string> };

// Made by wasm-bindgen.
declare module "app";
declare module "extras";

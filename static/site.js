// What every page can do beyond being read. Each page is whole without it.
import { listen } from "./js/keys.js";

listen();

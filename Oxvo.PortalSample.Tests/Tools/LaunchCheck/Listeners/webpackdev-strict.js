/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ "./src/listen.js"
/*!***********************!*\
  !*** ./src/listen.js ***!
  \***********************/
(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listen: () => (/* binding */ listen)
/* harmony export */ });
function listen(name, handler, target) {
  const on = target ?? window;
  on.addEventListener(name, handler);
  return () => on.removeEventListener(name, handler);
}


/***/ },

/***/ "./src/show.js"
/*!*********************!*\
  !*** ./src/show.js ***!
  \*********************/
(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   show: () => (/* binding */ show)
/* harmony export */ });
function show(data) {
  if (data?.type !== 'oxvo.current_user') return;
  document.querySelector('p').textContent = `Orders of ${data.payload.identifier}`;
}


/***/ },

/***/ "./src/trust.js"
/*!**********************!*\
  !*** ./src/trust.js ***!
  \**********************/
(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   endsRight: () => (/* binding */ endsRight),
/* harmony export */   isListed: () => (/* binding */ isListed)
/* harmony export */ });
const origins = new Set(['https://messenger.oxvo.example', 'https://staging.oxvo.example']);
const domain = '.oxvo.example';
const isListed = (event) => origins.has(event.origin);
function endsRight(origin) {
  try {
    return new URL(origin).hostname.endsWith(domain);
  } catch {
    return false;
  }
}


/***/ }

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	const __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __webpack_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		const cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		const module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		if (!(moduleId in __webpack_modules__)) {
/******/ 			delete __webpack_module_cache__[moduleId];
/******/ 			const e = new Error("Cannot find module '" + moduleId + "'");
/******/ 			e.code = 'MODULE_NOT_FOUND';
/******/ 			throw e;
/******/ 		}
/******/ 		__webpack_modules__[moduleId](module, module.exports, __webpack_require__);
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/define property getters */
/******/ 	// define getter/value functions for harmony exports
/******/ 	__webpack_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__webpack_require__.o(definition, key) && !__webpack_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	__webpack_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop));
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	// define __esModule on exports
/******/ 	__webpack_require__.r = (exports) => {
/******/ 		Object.defineProperties(exports, { [Symbol.toStringTag]: { value: 'Module' }, __esModule: { value: true } });
/******/ 	};
/******/ 	
/************************************************************************/
let __webpack_exports__ = {};
// This entry needs to be wrapped in an IIFE because it needs to be isolated against other modules in the chunk.
(() => {
/*!***********************!*\
  !*** ./src/strict.js ***!
  \***********************/
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _listen_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./listen.js */ "./src/listen.js");
/* harmony import */ var _show_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(/*! ./show.js */ "./src/show.js");
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(/*! ./trust.js */ "./src/trust.js");



const guard = (handler) => (event) => {
  if (!(0,_trust_js__WEBPACK_IMPORTED_MODULE_2__.isListed)(event) || event.source !== window.parent) return;
  handler(event.data);
};
(0,_listen_js__WEBPACK_IMPORTED_MODULE_0__.listen)('message', guard(_show_js__WEBPACK_IMPORTED_MODULE_1__.show));

})();

/******/ })()
;
/*! A bundle as build tools make it: everything here looks like a fault to a careless reader, and is none. */
(function(){"use strict";const e=document.createElement("link").relList;if(e&&e.supports&&e.supports("modulepreload"))return})();
var t=typeof globalThis<"u"?globalThis:window,n=new MessageChannel,r=n.port2;n.port1.onmessage=function(e){e.data&&i(e)};
function i(e){return e}function a(e){return"http://localhost"+e}const s=/^(?:10|127)\.\d+\.\d+\.\d+$/,o="https://a@b:c@d.example";
function c(e){var l="setImmediate$"+Math.random()+"$",f=function(n){n.source===e&&typeof n.data=="string"&&n.data.indexOf(l)===0&&i(+n.data.slice(l.length))};window.addEventListener("message",f,!1)}
const u=window.location.origin.startsWith("https")?"wss":"ws",h=new WebSocket(`${u}://${location.host}/live`);h.onmessage=e=>i(JSON.parse(e.data)),h.addEventListener("message",e=>i(e));
const d={password:"Passwort",secret:"__SECRET_INTERNALS_DO_NOT_USE__",type:"password",passwordHint:"At least 8 characters",apiVersion:"10.0.0.1"},p="-----BEGIN PRIVATE KEY-----",g="sk-fading-circle-spinner",m="AKIA",y="/img/logo@2x.png",b="https://unpkg.com/vue@3.5.12/dist/vue.js";
const v=new Set(["https://messenger.oxvo.example"]);class w{constructor(){this.hear=this.hear.bind(this),window.addEventListener("message",this.hear)}hear(e){v.has(e.origin)&&e.source===parent&&this.show(e.data)}show(e){typeof e?.payload?.id=="number"&&(document.querySelector("#app p").textContent=`Visitor ${e.payload.id}`)}}
const x=e=>e.replace(/[/"'`]/g,""),k=e=>`${e?`a ${x(e)}`:"none"} // no comment`;new w,document.querySelector("#app").innerHTML='<h1>Your next order</h1><p>It arrives on Friday.</p>';export{w as default,k};

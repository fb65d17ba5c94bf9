/* Built by lib/export/web/build.sh from sources 25a15655b554b11a and three.js 0.187.0.

The MIT License

Copyright © 2010-2026 three.js authors

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.
*/
var vc=0,Ko=1,yc=2;var ks=1,Sc=2,is=3,ci=0,nn=1,on=2,gn=0,hi=1,Qo=2,jo=3,el=4,Mc=5;var Ei=100,bc=101,wc=102,Ec=103,Tc=104,Ac=200,Rc=201,Cc=202,Ic=203,tl=204,nl=205,Pc=206,Lc=207,Dc=208,Nc=209,Uc=210,Fc=211,Oc=212,Bc=213,zc=214,kr=0,Hr=1,Gr=2,Xi=3,Vr=4,Wr=5,Xr=6,qr=7,il=0,kc=1,Hc=2,Nn=0,sl=1,rl=2,al=3,ol=4,ll=5,cl=6,hl=7;var ul=300,Ti=301,ss=302,va=303,ya=304,qi=1e3,qt=1001,Yr=1002,Rt=1003,Gc=1004;var Hs=1005;var St=1006,Sa=1007;var _n=1008;var dn=1009,fl=1010,dl=1011,rs=1012,Ma=1013,wn=1014,Nt=1015,wt=1016,ba=1017,wa=1018,Ai=1020,pl=35902,ml=35899,gl=1021,_l=1022,Ct=1023,qn=1026,Yn=1027,ui=1028,Ea=1029,ln=1030,Ta=1031;var Aa=1033,Gs=33776,Vs=33777,Ws=33778,Xs=33779,Ra=35840,Ca=35841,Ia=35842,Pa=35843,La=36196,Da=37492,Na=37496,Ua=37488,Fa=37489,qs=37490,Oa=37491,Ba=37808,za=37809,ka=37810,Ha=37811,Ga=37812,Va=37813,Wa=37814,Xa=37815,qa=37816,Ya=37817,Za=37818,$a=37819,Ja=37820,Ka=37821,Qa=36492,ja=36494,eo=36495,to=36283,no=36284,Ys=36285,io=36286;var Es=2300,Zr=2301,Br=2302,Go=2303,Vo=2400,Wo=2401,Xo=2402;var Vc=3200;var xl=0,Wc=1,En="",jt="srgb",tn="srgb-linear",Ts="linear",xt="srgb";var zr=7680;var Xc=519,qc=512,Yc=513,Zc=514,vl=515,$c=516,Jc=517,yl=518,Sl=519,Kc=35044;var Zs="300 es",mn=2e3,As=2001;function _u(i){for(let e=i.length-1;e>=0;--e)if(i[e]>=65535)return!0;return!1}function xu(i){return ArrayBuffer.isView(i)&&!(i instanceof DataView)}function Rs(i){return document.createElementNS("http://www.w3.org/1999/xhtml",i)}function Qc(){let i=Rs("canvas");return i.style.display="block",i}var Wl={},Yi=null;function Ml(...i){let e="THREE."+i.shift();Yi?Yi("log",e,...i):console.log(e,...i)}function jc(i){let e=i[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=i[1];t&&t.isStackTrace?i[0]+=" "+t.getLocation():i[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return i}function Ye(...i){i=jc(i);let e="THREE."+i.shift();if(Yi)Yi("warn",e,...i);else{let t=i[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...i)}}function Qe(...i){i=jc(i);let e="THREE."+i.shift();if(Yi)Yi("error",e,...i);else{let t=i[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...i)}}function ws(...i){let e=i.join(" ");e in Wl||(Wl[e]=!0,Ye(...i))}function eh(i,e,t){return new Promise(function(n,s){function r(){switch(i.clientWaitSync(e,i.SYNC_FLUSH_COMMANDS_BIT,0)){case i.WAIT_FAILED:s();break;case i.TIMEOUT_EXPIRED:setTimeout(r,t);break;default:n()}}setTimeout(r,t)})}var th={[kr]:kr,[Gr]:Xr,[Vr]:Vr,[Xi]:Wr,[Hr]:Hr,[Xr]:Gr,[qr]:qr,[Wr]:Xi},Ln=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let n=this._listeners;n[e]===void 0&&(n[e]=[]),n[e].indexOf(t)===-1&&n[e].push(t)}hasEventListener(e,t){let n=this._listeners;return n===void 0?!1:n[e]!==void 0&&n[e].indexOf(t)!==-1}removeEventListener(e,t){let n=this._listeners;if(n===void 0)return;let s=n[e];if(s!==void 0){let r=s.indexOf(t);r!==-1&&s.splice(r,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let n=t[e.type];if(n!==void 0){e.target=this;let s=n.slice(0);for(let r=0,a=s.length;r<a;r++)s[r].call(this,e);e.target=null}}},$t=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"];var yo=Math.PI/180,$r=180/Math.PI;function $s(){let i=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0;return($t[i&255]+$t[i>>8&255]+$t[i>>16&255]+$t[i>>24&255]+"-"+$t[e&255]+$t[e>>8&255]+"-"+$t[e>>16&15|64]+$t[e>>24&255]+"-"+$t[t&63|128]+$t[t>>8&255]+"-"+$t[t>>16&255]+$t[t>>24&255]+$t[n&255]+$t[n>>8&255]+$t[n>>16&255]+$t[n>>24&255]).toLowerCase()}function lt(i,e,t){return Math.max(e,Math.min(t,i))}function vu(i,e){return(i%e+e)%e}function So(i,e,t){return(1-t)*i+t*e}function nh(i){return Math.pow(2,Math.floor(Math.log(i)/Math.LN2))}function bl(i){switch(i.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function yu(i,e){if(e.constructor===Float32Array)return i;let t=bl(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(i/t,-1)}function Su(i,e){if(e.constructor===Float32Array)return i;let t=bl(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(i*t)}var ut=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,n=this.y,s=e.elements;return this.x=s[0]*t+s[3]*n+s[6],this.y=s[1]*t+s[4]*n+s[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=lt(this.x,e.x,t.x),this.y=lt(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=lt(this.x,e,t),this.y=lt(this.y,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(lt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(lt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y;return t*t+n*n}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let n=Math.cos(t),s=Math.sin(t),r=this.x-e.x,a=this.y-e.y;return this.x=r*n-a*s+e.x,this.y=r*s+a*n+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},Ft=class{constructor(e=0,t=0,n=0,s=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=n,this._w=s}static slerpFlat(e,t,n,s,r,a,o){let c=n[s+0],h=n[s+1],d=n[s+2],p=n[s+3],f=r[a+0],g=r[a+1],v=r[a+2],E=r[a+3];if(p!==E||c!==f||h!==g||d!==v){let x=c*f+h*g+d*v+p*E;x<0&&(f=-f,g=-g,v=-v,E=-E,x=-x);let _=1-o;if(x<.9995){let R=Math.acos(x),D=Math.sin(R);_=Math.sin(_*R)/D,o=Math.sin(o*R)/D,c=c*_+f*o,h=h*_+g*o,d=d*_+v*o,p=p*_+E*o}else{c=c*_+f*o,h=h*_+g*o,d=d*_+v*o,p=p*_+E*o;let R=1/Math.sqrt(c*c+h*h+d*d+p*p);c*=R,h*=R,d*=R,p*=R}}e[t]=c,e[t+1]=h,e[t+2]=d,e[t+3]=p}static multiplyQuaternionsFlat(e,t,n,s,r,a){let o=n[s],c=n[s+1],h=n[s+2],d=n[s+3],p=r[a],f=r[a+1],g=r[a+2],v=r[a+3];return e[t]=o*v+d*p+c*g-h*f,e[t+1]=c*v+d*f+h*p-o*g,e[t+2]=h*v+d*g+o*f-c*p,e[t+3]=d*v-o*p-c*f-h*g,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,n,s){return this._x=e,this._y=t,this._z=n,this._w=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let n=e._x,s=e._y,r=e._z,a=e._order,o=Math.cos,c=Math.sin,h=o(n/2),d=o(s/2),p=o(r/2),f=c(n/2),g=c(s/2),v=c(r/2);switch(a){case"XYZ":this._x=f*d*p+h*g*v,this._y=h*g*p-f*d*v,this._z=h*d*v+f*g*p,this._w=h*d*p-f*g*v;break;case"YXZ":this._x=f*d*p+h*g*v,this._y=h*g*p-f*d*v,this._z=h*d*v-f*g*p,this._w=h*d*p+f*g*v;break;case"ZXY":this._x=f*d*p-h*g*v,this._y=h*g*p+f*d*v,this._z=h*d*v+f*g*p,this._w=h*d*p-f*g*v;break;case"ZYX":this._x=f*d*p-h*g*v,this._y=h*g*p+f*d*v,this._z=h*d*v-f*g*p,this._w=h*d*p+f*g*v;break;case"YZX":this._x=f*d*p+h*g*v,this._y=h*g*p+f*d*v,this._z=h*d*v-f*g*p,this._w=h*d*p-f*g*v;break;case"XZY":this._x=f*d*p-h*g*v,this._y=h*g*p-f*d*v,this._z=h*d*v+f*g*p,this._w=h*d*p+f*g*v;break;default:Ye("Quaternion: .setFromEuler() encountered an unknown order: "+a)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let n=t/2,s=Math.sin(n);return this._x=e.x*s,this._y=e.y*s,this._z=e.z*s,this._w=Math.cos(n),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,n=t[0],s=t[4],r=t[8],a=t[1],o=t[5],c=t[9],h=t[2],d=t[6],p=t[10],f=n+o+p;if(f>0){let g=.5/Math.sqrt(f+1);this._w=.25/g,this._x=(d-c)*g,this._y=(r-h)*g,this._z=(a-s)*g}else if(n>o&&n>p){let g=2*Math.sqrt(1+n-o-p);this._w=(d-c)/g,this._x=.25*g,this._y=(s+a)/g,this._z=(r+h)/g}else if(o>p){let g=2*Math.sqrt(1+o-n-p);this._w=(r-h)/g,this._x=(s+a)/g,this._y=.25*g,this._z=(c+d)/g}else{let g=2*Math.sqrt(1+p-n-o);this._w=(a-s)/g,this._x=(r+h)/g,this._y=(c+d)/g,this._z=.25*g}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let n=e.dot(t)+1;return n<1e-8?(n=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=n):(this._x=0,this._y=-e.z,this._z=e.y,this._w=n)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=n),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(lt(this.dot(e),-1,1)))}rotateTowards(e,t){let n=this.angleTo(e);if(n===0)return this;let s=Math.min(1,t/n);return this.slerp(e,s),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let n=e._x,s=e._y,r=e._z,a=e._w,o=t._x,c=t._y,h=t._z,d=t._w;return this._x=n*d+a*o+s*h-r*c,this._y=s*d+a*c+r*o-n*h,this._z=r*d+a*h+n*c-s*o,this._w=a*d-n*o-s*c-r*h,this._onChangeCallback(),this}slerp(e,t){let n=e._x,s=e._y,r=e._z,a=e._w,o=this.dot(e);o<0&&(n=-n,s=-s,r=-r,a=-a,o=-o);let c=1-t;if(o<.9995){let h=Math.acos(o),d=Math.sin(h);c=Math.sin(c*h)/d,t=Math.sin(t*h)/d,this._x=this._x*c+n*t,this._y=this._y*c+s*t,this._z=this._z*c+r*t,this._w=this._w*c+a*t,this._onChangeCallback()}else this._x=this._x*c+n*t,this._y=this._y*c+s*t,this._z=this._z*c+r*t,this._w=this._w*c+a*t,this.normalize();return this}slerpQuaternions(e,t,n){return this.copy(e).slerp(t,n)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),n=Math.random(),s=Math.sqrt(1-n),r=Math.sqrt(n);return this.set(s*Math.sin(e),s*Math.cos(e),r*Math.sin(t),r*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},X=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,n=0){this.x=e,this.y=t,this.z=n}set(e,t,n){return n===void 0&&(n=this.z),this.x=e,this.y=t,this.z=n,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(Xl.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(Xl.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[3]*n+r[6]*s,this.y=r[1]*t+r[4]*n+r[7]*s,this.z=r[2]*t+r[5]*n+r[8]*s,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=e.elements,a=1/(r[3]*t+r[7]*n+r[11]*s+r[15]);return this.x=(r[0]*t+r[4]*n+r[8]*s+r[12])*a,this.y=(r[1]*t+r[5]*n+r[9]*s+r[13])*a,this.z=(r[2]*t+r[6]*n+r[10]*s+r[14])*a,this}applyQuaternion(e){let t=this.x,n=this.y,s=this.z,r=e.x,a=e.y,o=e.z,c=e.w,h=2*(a*s-o*n),d=2*(o*t-r*s),p=2*(r*n-a*t);return this.x=t+c*h+a*p-o*d,this.y=n+c*d+o*h-r*p,this.z=s+c*p+r*d-a*h,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[4]*n+r[8]*s,this.y=r[1]*t+r[5]*n+r[9]*s,this.z=r[2]*t+r[6]*n+r[10]*s,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=lt(this.x,e.x,t.x),this.y=lt(this.y,e.y,t.y),this.z=lt(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=lt(this.x,e,t),this.y=lt(this.y,e,t),this.z=lt(this.z,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(lt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let n=e.x,s=e.y,r=e.z,a=t.x,o=t.y,c=t.z;return this.x=s*c-r*o,this.y=r*a-n*c,this.z=n*o-s*a,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let n=e.dot(this)/t;return this.copy(e).multiplyScalar(n)}projectOnPlane(e){return Mo.copy(this).projectOnVector(e),this.sub(Mo)}reflect(e){return this.sub(Mo.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(lt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y,s=this.z-e.z;return t*t+n*n+s*s}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,n){let s=Math.sin(t)*e;return this.x=s*Math.sin(n),this.y=Math.cos(t)*e,this.z=s*Math.cos(n),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,n){return this.x=e*Math.sin(t),this.y=n,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),n=this.setFromMatrixColumn(e,1).length(),s=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=n,this.z=s,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,n=Math.sqrt(1-t*t);return this.x=n*Math.cos(e),this.y=t,this.z=n*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},Mo=new X,Xl=new Ft,je=class{static{this.prototype.isMatrix3=!0}constructor(e,t,n,s,r,a,o,c,h){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,a,o,c,h)}set(e,t,n,s,r,a,o,c,h){let d=this.elements;return d[0]=e,d[1]=s,d[2]=o,d[3]=t,d[4]=r,d[5]=c,d[6]=n,d[7]=a,d[8]=h,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],this}extractBasis(e,t,n){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),n.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,a=n[0],o=n[3],c=n[6],h=n[1],d=n[4],p=n[7],f=n[2],g=n[5],v=n[8],E=s[0],x=s[3],_=s[6],R=s[1],D=s[4],I=s[7],N=s[2],P=s[5],y=s[8];return r[0]=a*E+o*R+c*N,r[3]=a*x+o*D+c*P,r[6]=a*_+o*I+c*y,r[1]=h*E+d*R+p*N,r[4]=h*x+d*D+p*P,r[7]=h*_+d*I+p*y,r[2]=f*E+g*R+v*N,r[5]=f*x+g*D+v*P,r[8]=f*_+g*I+v*y,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],a=e[4],o=e[5],c=e[6],h=e[7],d=e[8];return t*a*d-t*o*h-n*r*d+n*o*c+s*r*h-s*a*c}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],a=e[4],o=e[5],c=e[6],h=e[7],d=e[8],p=d*a-o*h,f=o*c-d*r,g=h*r-a*c,v=t*p+n*f+s*g;if(v===0)return this.set(0,0,0,0,0,0,0,0,0);let E=1/v;return e[0]=p*E,e[1]=(s*h-d*n)*E,e[2]=(o*n-s*a)*E,e[3]=f*E,e[4]=(d*t-s*c)*E,e[5]=(s*r-o*t)*E,e[6]=g*E,e[7]=(n*c-h*t)*E,e[8]=(a*t-n*r)*E,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,n,s,r,a,o){let c=Math.cos(r),h=Math.sin(r);return this.set(n*c,n*h,-n*(c*a+h*o)+a+e,-s*h,s*c,-s*(-h*a+c*o)+o+t,0,0,1),this}scale(e,t){return ws("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(bo.makeScale(e,t)),this}rotate(e){return ws("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(bo.makeRotation(-e)),this}translate(e,t){return ws("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(bo.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,n,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<9;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<9;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e}clone(){return new this.constructor().fromArray(this.elements)}},bo=new je,ql=new je().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),Yl=new je().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function Mu(){let i={enabled:!0,workingColorSpace:tn,spaces:{},convert:function(s,r,a){return this.enabled===!1||r===a||!r||!a||(this.spaces[r].transfer===xt&&(s.r=Xn(s.r),s.g=Xn(s.g),s.b=Xn(s.b)),this.spaces[r].primaries!==this.spaces[a].primaries&&(s.applyMatrix3(this.spaces[r].toXYZ),s.applyMatrix3(this.spaces[a].fromXYZ)),this.spaces[a].transfer===xt&&(s.r=Wi(s.r),s.g=Wi(s.g),s.b=Wi(s.b))),s},workingToColorSpace:function(s,r){return this.convert(s,this.workingColorSpace,r)},colorSpaceToWorking:function(s,r){return this.convert(s,r,this.workingColorSpace)},getPrimaries:function(s){return this.spaces[s].primaries},getTransfer:function(s){return s===En?Ts:this.spaces[s].transfer},getToneMappingMode:function(s){return this.spaces[s].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(s,r=this.workingColorSpace){return s.fromArray(this.spaces[r].luminanceCoefficients)},define:function(s){Object.assign(this.spaces,s)},_getMatrix:function(s,r,a){return s.copy(this.spaces[a].fromXYZ).multiply(this.spaces[r].toXYZ)},_getDrawingBufferColorSpace:function(s){return this.spaces[s].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(s=this.workingColorSpace){return this.spaces[s].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],n=[.3127,.329];return i.define({[tn]:{primaries:e,whitePoint:n,transfer:Ts,toXYZ:ql,fromXYZ:Yl,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:jt},outputColorSpaceConfig:{drawingBufferColorSpace:jt}},[jt]:{primaries:e,whitePoint:n,transfer:xt,toXYZ:ql,fromXYZ:Yl,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:jt}}}),i}var ot=Mu();function Xn(i){return i<.04045?i*.0773993808:Math.pow(i*.9478672986+.0521327014,2.4)}function Wi(i){return i<.0031308?i*12.92:1.055*Math.pow(i,.41666)-.055}var Pi,Jr=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let n;if(e instanceof HTMLCanvasElement)n=e;else{Pi===void 0&&(Pi=Rs("canvas")),Pi.width=e.width,Pi.height=e.height;let s=Pi.getContext("2d");e instanceof ImageData?s.putImageData(e,0,0):s.drawImage(e,0,0,e.width,e.height),n=Pi}return n.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=Rs("canvas");t.width=e.width,t.height=e.height;let n=t.getContext("2d");n.drawImage(e,0,0,e.width,e.height);let s=n.getImageData(0,0,e.width,e.height),r=s.data;for(let a=0;a<r.length;a++)r[a]=Xn(r[a]/255)*255;return n.putImageData(s,0,0),t}else if(e.data){let t=e.data.slice(0);for(let n=0;n<t.length;n++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[n]=Math.floor(Xn(t[n]/255)*255):t[n]=Xn(t[n]);return{data:t,width:e.width,height:e.height}}else return Ye("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},bu=0,Zi=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:bu++}),this.uuid=$s(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let n={uuid:this.uuid,url:""},s=this.data;if(s!==null){let r;if(Array.isArray(s)){r=[];for(let a=0,o=s.length;a<o;a++)s[a].isDataTexture?r.push(wo(s[a].image)):r.push(wo(s[a]))}else r=wo(s);n.url=r}return t||(e.images[this.uuid]=n),n}};function wo(i){return typeof HTMLImageElement<"u"&&i instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&i instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&i instanceof ImageBitmap?Jr.getDataURL(i):i.data?{data:Array.from(i.data),width:i.width,height:i.height,type:i.data.constructor.name}:(Ye("Texture: Unable to serialize Texture."),{})}var wu=0,Eo=new X,Ot=class i extends Ln{constructor(e=i.DEFAULT_IMAGE,t=i.DEFAULT_MAPPING,n=qt,s=qt,r=St,a=_n,o=Ct,c=dn,h=i.DEFAULT_ANISOTROPY,d=En){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:wu++}),this.uuid=$s(),this.name="",this.source=new Zi(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=n,this.wrapT=s,this.magFilter=r,this.minFilter=a,this.anisotropy=h,this.format=o,this.internalFormat=null,this.type=c,this.offset=new ut(0,0),this.repeat=new ut(1,1),this.center=new ut(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new je,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=d,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(Eo).x}get height(){return this.source.getSize(Eo).y}get depth(){return this.source.getSize(Eo).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let n=e[t];if(n===void 0){Ye(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Ye(`Texture.setValues(): property '${t}' does not exist.`);continue}s&&n&&s.isVector2&&n.isVector2||s&&n&&s.isVector3&&n.isVector3||s&&n&&s.isMatrix3&&n.isMatrix3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let n={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(n.userData=this.userData),t||(e.textures[this.uuid]=n),n}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==ul)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case qi:e.x=e.x-Math.floor(e.x);break;case qt:e.x=e.x<0?0:1;break;case Yr:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case qi:e.y=e.y-Math.floor(e.y);break;case qt:e.y=e.y<0?0:1;break;case Yr:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};Ot.DEFAULT_IMAGE=null;Ot.DEFAULT_MAPPING=ul;Ot.DEFAULT_ANISOTROPY=1;var bt=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,n=0,s=1){this.x=e,this.y=t,this.z=n,this.w=s}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,n,s){return this.x=e,this.y=t,this.z=n,this.w=s,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=this.w,a=e.elements;return this.x=a[0]*t+a[4]*n+a[8]*s+a[12]*r,this.y=a[1]*t+a[5]*n+a[9]*s+a[13]*r,this.z=a[2]*t+a[6]*n+a[10]*s+a[14]*r,this.w=a[3]*t+a[7]*n+a[11]*s+a[15]*r,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,n,s,r,c=e.elements,h=c[0],d=c[4],p=c[8],f=c[1],g=c[5],v=c[9],E=c[2],x=c[6],_=c[10];if(Math.abs(d-f)<.01&&Math.abs(p-E)<.01&&Math.abs(v-x)<.01){if(Math.abs(d+f)<.1&&Math.abs(p+E)<.1&&Math.abs(v+x)<.1&&Math.abs(h+g+_-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let D=(h+1)/2,I=(g+1)/2,N=(_+1)/2,P=(d+f)/4,y=(p+E)/4,b=(v+x)/4;return D>I&&D>N?D<.01?(n=0,s=.707106781,r=.707106781):(n=Math.sqrt(D),s=P/n,r=y/n):I>N?I<.01?(n=.707106781,s=0,r=.707106781):(s=Math.sqrt(I),n=P/s,r=b/s):N<.01?(n=.707106781,s=.707106781,r=0):(r=Math.sqrt(N),n=y/r,s=b/r),this.set(n,s,r,t),this}let R=Math.sqrt((x-v)*(x-v)+(p-E)*(p-E)+(f-d)*(f-d));return Math.abs(R)<.001&&(R=1),this.x=(x-v)/R,this.y=(p-E)/R,this.z=(f-d)/R,this.w=Math.acos((h+g+_-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=lt(this.x,e.x,t.x),this.y=lt(this.y,e.y,t.y),this.z=lt(this.z,e.z,t.z),this.w=lt(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=lt(this.x,e,t),this.y=lt(this.y,e,t),this.z=lt(this.z,e,t),this.w=lt(this.w,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(lt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this.w=e.w+(t.w-e.w)*n,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},Kr=class extends Ln{constructor(e=1,t=1,n={}){super(),n=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:St,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},n),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=n.depth,this.scissor=new bt(0,0,e,t),this.scissorTest=!1,this.viewport=new bt(0,0,e,t),this.textures=[];let s=n.count;for(let r=0;r<s;r++)this.textures[r]=new Ot({width:e,height:t,depth:n.depth}),this.textures[r].isRenderTargetTexture=!0,this.textures[r].renderTarget=this;this._setTextureOptions(n),this.depthBuffer=n.depthBuffer,this.stencilBuffer=n.stencilBuffer,this.resolveColorBuffer=n.resolveColorBuffer,this.resolveDepthBuffer=n.resolveDepthBuffer,this.resolveStencilBuffer=n.resolveStencilBuffer,this.storeMultisampledColorBuffer=n.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=n.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=n.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=n.depthTexture,this.samples=n.samples,this.multiview=n.multiview,this.useArrayDepthTexture=n.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:St,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let n=0;n<this.textures.length;n++)this.textures[n].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,n=1){if(this.width!==e||this.height!==t||this.depth!==n){this.width=e,this.height=t,this.depth=n;for(let s=0,r=this.textures.length;s<r;s++)this.textures[s].image.width=e,this.textures[s].image.height=t,this.textures[s].image.depth=n,this.textures[s].isData3DTexture!==!0&&(this.textures[s].isArrayTexture=this.textures[s].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,n=e.textures.length;t<n;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let s=Object.assign({},e.textures[t].image);this.textures[t].source=new Zi(s)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},Kt=class extends Kr{constructor(e=1,t=1,n={}){super(e,t,n),this.isWebGLRenderTarget=!0}},Si=class extends Ot{constructor(e=null,t=1,n=1,s=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=Rt,this.minFilter=Rt,this.wrapR=qt,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var Qr=class extends Ot{constructor(e=null,t=1,n=1,s=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=Rt,this.minFilter=Rt,this.wrapR=qt,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var pt=class i{static{this.prototype.isMatrix4=!0}constructor(e,t,n,s,r,a,o,c,h,d,p,f,g,v,E,x){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,a,o,c,h,d,p,f,g,v,E,x)}set(e,t,n,s,r,a,o,c,h,d,p,f,g,v,E,x){let _=this.elements;return _[0]=e,_[4]=t,_[8]=n,_[12]=s,_[1]=r,_[5]=a,_[9]=o,_[13]=c,_[2]=h,_[6]=d,_[10]=p,_[14]=f,_[3]=g,_[7]=v,_[11]=E,_[15]=x,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new i().fromArray(this.elements)}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],t[9]=n[9],t[10]=n[10],t[11]=n[11],t[12]=n[12],t[13]=n[13],t[14]=n[14],t[15]=n[15],this}copyPosition(e){let t=this.elements,n=e.elements;return t[12]=n[12],t[13]=n[13],t[14]=n[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,n){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),n.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),n.setFromMatrixColumn(this,2),this)}makeBasis(e,t,n){return this.set(e.x,t.x,n.x,0,e.y,t.y,n.y,0,e.z,t.z,n.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,n=e.elements,s=1/Li.setFromMatrixColumn(e,0).length(),r=1/Li.setFromMatrixColumn(e,1).length(),a=1/Li.setFromMatrixColumn(e,2).length();return t[0]=n[0]*s,t[1]=n[1]*s,t[2]=n[2]*s,t[3]=0,t[4]=n[4]*r,t[5]=n[5]*r,t[6]=n[6]*r,t[7]=0,t[8]=n[8]*a,t[9]=n[9]*a,t[10]=n[10]*a,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,n=e.x,s=e.y,r=e.z,a=Math.cos(n),o=Math.sin(n),c=Math.cos(s),h=Math.sin(s),d=Math.cos(r),p=Math.sin(r);if(e.order==="XYZ"){let f=a*d,g=a*p,v=o*d,E=o*p;t[0]=c*d,t[4]=-c*p,t[8]=h,t[1]=g+v*h,t[5]=f-E*h,t[9]=-o*c,t[2]=E-f*h,t[6]=v+g*h,t[10]=a*c}else if(e.order==="YXZ"){let f=c*d,g=c*p,v=h*d,E=h*p;t[0]=f+E*o,t[4]=v*o-g,t[8]=a*h,t[1]=a*p,t[5]=a*d,t[9]=-o,t[2]=g*o-v,t[6]=E+f*o,t[10]=a*c}else if(e.order==="ZXY"){let f=c*d,g=c*p,v=h*d,E=h*p;t[0]=f-E*o,t[4]=-a*p,t[8]=v+g*o,t[1]=g+v*o,t[5]=a*d,t[9]=E-f*o,t[2]=-a*h,t[6]=o,t[10]=a*c}else if(e.order==="ZYX"){let f=a*d,g=a*p,v=o*d,E=o*p;t[0]=c*d,t[4]=v*h-g,t[8]=f*h+E,t[1]=c*p,t[5]=E*h+f,t[9]=g*h-v,t[2]=-h,t[6]=o*c,t[10]=a*c}else if(e.order==="YZX"){let f=a*c,g=a*h,v=o*c,E=o*h;t[0]=c*d,t[4]=E-f*p,t[8]=v*p+g,t[1]=p,t[5]=a*d,t[9]=-o*d,t[2]=-h*d,t[6]=g*p+v,t[10]=f-E*p}else if(e.order==="XZY"){let f=a*c,g=a*h,v=o*c,E=o*h;t[0]=c*d,t[4]=-p,t[8]=h*d,t[1]=f*p+E,t[5]=a*d,t[9]=g*p-v,t[2]=v*p-g,t[6]=o*d,t[10]=E*p+f}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(Eu,e,Tu)}lookAt(e,t,n){let s=this.elements;return cn.subVectors(e,t),cn.lengthSq()===0&&(cn.z=1),cn.normalize(),Jn.crossVectors(n,cn),Jn.lengthSq()===0&&(Math.abs(n.z)===1?cn.x+=1e-4:cn.z+=1e-4,cn.normalize(),Jn.crossVectors(n,cn)),Jn.normalize(),gr.crossVectors(cn,Jn),s[0]=Jn.x,s[4]=gr.x,s[8]=cn.x,s[1]=Jn.y,s[5]=gr.y,s[9]=cn.y,s[2]=Jn.z,s[6]=gr.z,s[10]=cn.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,a=n[0],o=n[4],c=n[8],h=n[12],d=n[1],p=n[5],f=n[9],g=n[13],v=n[2],E=n[6],x=n[10],_=n[14],R=n[3],D=n[7],I=n[11],N=n[15],P=s[0],y=s[4],b=s[8],H=s[12],F=s[1],O=s[5],Y=s[9],Q=s[13],L=s[2],J=s[6],Z=s[10],$=s[14],me=s[3],K=s[7],le=s[11],ue=s[15];return r[0]=a*P+o*F+c*L+h*me,r[4]=a*y+o*O+c*J+h*K,r[8]=a*b+o*Y+c*Z+h*le,r[12]=a*H+o*Q+c*$+h*ue,r[1]=d*P+p*F+f*L+g*me,r[5]=d*y+p*O+f*J+g*K,r[9]=d*b+p*Y+f*Z+g*le,r[13]=d*H+p*Q+f*$+g*ue,r[2]=v*P+E*F+x*L+_*me,r[6]=v*y+E*O+x*J+_*K,r[10]=v*b+E*Y+x*Z+_*le,r[14]=v*H+E*Q+x*$+_*ue,r[3]=R*P+D*F+I*L+N*me,r[7]=R*y+D*O+I*J+N*K,r[11]=R*b+D*Y+I*Z+N*le,r[15]=R*H+D*Q+I*$+N*ue,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[12],a=e[1],o=e[5],c=e[9],h=e[13],d=e[2],p=e[6],f=e[10],g=e[14],v=e[3],E=e[7],x=e[11],_=e[15],R=c*g-h*f,D=o*g-h*p,I=o*f-c*p,N=a*g-h*d,P=a*f-c*d,y=a*p-o*d;return t*(E*R-x*D+_*I)-n*(v*R-x*N+_*P)+s*(v*D-E*N+_*y)-r*(v*I-E*P+x*y)}determinantAffine(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[1],a=e[5],o=e[9],c=e[2],h=e[6],d=e[10];return t*(a*d-o*h)-n*(r*d-o*c)+s*(r*h-a*c)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,n){let s=this.elements;return e.isVector3?(s[12]=e.x,s[13]=e.y,s[14]=e.z):(s[12]=e,s[13]=t,s[14]=n),this}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],a=e[4],o=e[5],c=e[6],h=e[7],d=e[8],p=e[9],f=e[10],g=e[11],v=e[12],E=e[13],x=e[14],_=e[15],R=t*o-n*a,D=t*c-s*a,I=t*h-r*a,N=n*c-s*o,P=n*h-r*o,y=s*h-r*c,b=d*E-p*v,H=d*x-f*v,F=d*_-g*v,O=p*x-f*E,Y=p*_-g*E,Q=f*_-g*x,L=R*Q-D*Y+I*O+N*F-P*H+y*b;if(L===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let J=1/L;return e[0]=(o*Q-c*Y+h*O)*J,e[1]=(s*Y-n*Q-r*O)*J,e[2]=(E*y-x*P+_*N)*J,e[3]=(f*P-p*y-g*N)*J,e[4]=(c*F-a*Q-h*H)*J,e[5]=(t*Q-s*F+r*H)*J,e[6]=(x*I-v*y-_*D)*J,e[7]=(d*y-f*I+g*D)*J,e[8]=(a*Y-o*F+h*b)*J,e[9]=(n*F-t*Y-r*b)*J,e[10]=(v*P-E*I+_*R)*J,e[11]=(p*I-d*P-g*R)*J,e[12]=(o*H-a*O-c*b)*J,e[13]=(t*O-n*H+s*b)*J,e[14]=(E*D-v*N-x*R)*J,e[15]=(d*N-p*D+f*R)*J,this}scale(e){let t=this.elements,n=e.x,s=e.y,r=e.z;return t[0]*=n,t[4]*=s,t[8]*=r,t[1]*=n,t[5]*=s,t[9]*=r,t[2]*=n,t[6]*=s,t[10]*=r,t[3]*=n,t[7]*=s,t[11]*=r,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],n=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],s=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,n,s))}makeTranslation(e,t,n){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,n,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),n=Math.sin(e);return this.set(1,0,0,0,0,t,-n,0,0,n,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,0,n,0,0,1,0,0,-n,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,0,n,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let n=Math.cos(t),s=Math.sin(t),r=1-n,a=e.x,o=e.y,c=e.z,h=r*a,d=r*o;return this.set(h*a+n,h*o-s*c,h*c+s*o,0,h*o+s*c,d*o+n,d*c-s*a,0,h*c-s*o,d*c+s*a,r*c*c+n,0,0,0,0,1),this}makeScale(e,t,n){return this.set(e,0,0,0,0,t,0,0,0,0,n,0,0,0,0,1),this}makeShear(e,t,n,s,r,a){return this.set(1,n,r,0,e,1,a,0,t,s,1,0,0,0,0,1),this}compose(e,t,n){let s=this.elements,r=t._x,a=t._y,o=t._z,c=t._w,h=r+r,d=a+a,p=o+o,f=r*h,g=r*d,v=r*p,E=a*d,x=a*p,_=o*p,R=c*h,D=c*d,I=c*p,N=n.x,P=n.y,y=n.z;return s[0]=(1-(E+_))*N,s[1]=(g+I)*N,s[2]=(v-D)*N,s[3]=0,s[4]=(g-I)*P,s[5]=(1-(f+_))*P,s[6]=(x+R)*P,s[7]=0,s[8]=(v+D)*y,s[9]=(x-R)*y,s[10]=(1-(f+E))*y,s[11]=0,s[12]=e.x,s[13]=e.y,s[14]=e.z,s[15]=1,this}decompose(e,t,n){let s=this.elements;e.x=s[12],e.y=s[13],e.z=s[14];let r=this.determinantAffine();if(r===0)return n.set(1,1,1),t.identity(),this;let a=Li.set(s[0],s[1],s[2]).length(),o=Li.set(s[4],s[5],s[6]).length(),c=Li.set(s[8],s[9],s[10]).length();r<0&&(a=-a),vn.copy(this);let h=1/a,d=1/o,p=1/c;return vn.elements[0]*=h,vn.elements[1]*=h,vn.elements[2]*=h,vn.elements[4]*=d,vn.elements[5]*=d,vn.elements[6]*=d,vn.elements[8]*=p,vn.elements[9]*=p,vn.elements[10]*=p,t.setFromRotationMatrix(vn),n.x=a,n.y=o,n.z=c,this}makePerspective(e,t,n,s,r,a,o=mn,c=!1){let h=this.elements,d=2*r/(t-e),p=2*r/(n-s),f=(t+e)/(t-e),g=(n+s)/(n-s),v,E;if(c)v=r/(a-r),E=a*r/(a-r);else if(o===mn)v=-(a+r)/(a-r),E=-2*a*r/(a-r);else if(o===As)v=-a/(a-r),E=-a*r/(a-r);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+o);return h[0]=d,h[4]=0,h[8]=f,h[12]=0,h[1]=0,h[5]=p,h[9]=g,h[13]=0,h[2]=0,h[6]=0,h[10]=v,h[14]=E,h[3]=0,h[7]=0,h[11]=-1,h[15]=0,this}makeOrthographic(e,t,n,s,r,a,o=mn,c=!1){let h=this.elements,d=2/(t-e),p=2/(n-s),f=-(t+e)/(t-e),g=-(n+s)/(n-s),v,E;if(c)v=1/(a-r),E=a/(a-r);else if(o===mn)v=-2/(a-r),E=-(a+r)/(a-r);else if(o===As)v=-1/(a-r),E=-r/(a-r);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+o);return h[0]=d,h[4]=0,h[8]=0,h[12]=f,h[1]=0,h[5]=p,h[9]=0,h[13]=g,h[2]=0,h[6]=0,h[10]=v,h[14]=E,h[3]=0,h[7]=0,h[11]=0,h[15]=1,this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<16;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<16;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e[t+9]=n[9],e[t+10]=n[10],e[t+11]=n[11],e[t+12]=n[12],e[t+13]=n[13],e[t+14]=n[14],e[t+15]=n[15],e}},Li=new X,vn=new pt,Eu=new X(0,0,0),Tu=new X(1,1,1),Jn=new X,gr=new X,cn=new X,Zl=new pt,$l=new Ft,ni=class i{constructor(e=0,t=0,n=0,s=i.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=n,this._order=s}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,n,s=this._order){return this._x=e,this._y=t,this._z=n,this._order=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,n=!0){let s=e.elements,r=s[0],a=s[4],o=s[8],c=s[1],h=s[5],d=s[9],p=s[2],f=s[6],g=s[10];switch(t){case"XYZ":this._y=Math.asin(lt(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(-d,g),this._z=Math.atan2(-a,r)):(this._x=Math.atan2(f,h),this._z=0);break;case"YXZ":this._x=Math.asin(-lt(d,-1,1)),Math.abs(d)<.9999999?(this._y=Math.atan2(o,g),this._z=Math.atan2(c,h)):(this._y=Math.atan2(-p,r),this._z=0);break;case"ZXY":this._x=Math.asin(lt(f,-1,1)),Math.abs(f)<.9999999?(this._y=Math.atan2(-p,g),this._z=Math.atan2(-a,h)):(this._y=0,this._z=Math.atan2(c,r));break;case"ZYX":this._y=Math.asin(-lt(p,-1,1)),Math.abs(p)<.9999999?(this._x=Math.atan2(f,g),this._z=Math.atan2(c,r)):(this._x=0,this._z=Math.atan2(-a,h));break;case"YZX":this._z=Math.asin(lt(c,-1,1)),Math.abs(c)<.9999999?(this._x=Math.atan2(-d,h),this._y=Math.atan2(-p,r)):(this._x=0,this._y=Math.atan2(o,g));break;case"XZY":this._z=Math.asin(-lt(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(f,h),this._y=Math.atan2(o,r)):(this._x=Math.atan2(-d,g),this._y=0);break;default:Ye("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,n===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,n){return Zl.makeRotationFromQuaternion(e),this.setFromRotationMatrix(Zl,t,n)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return $l.setFromEuler(this),this.setFromQuaternion($l,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};ni.DEFAULT_ORDER="XYZ";var $i=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},Au=0,Jl=new X,Di=new Ft,Bn=new pt,_r=new X,vs=new X,Ru=new X,Cu=new Ft,Kl=new X(1,0,0),Ql=new X(0,1,0),jl=new X(0,0,1),ec={type:"added"},Iu={type:"removed"},Ni={type:"childadded",child:null},To={type:"childremoved",child:null},un=class i extends Ln{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:Au++}),this.uuid=$s(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=i.DEFAULT_UP.clone();let e=new X,t=new ni,n=new Ft,s=new X(1,1,1);function r(){n.setFromEuler(t,!1)}function a(){t.setFromQuaternion(n,void 0,!1)}t._onChange(r),n._onChange(a),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:n},scale:{configurable:!0,enumerable:!0,value:s},modelViewMatrix:{value:new pt},normalMatrix:{value:new je}}),this.matrix=new pt,this.matrixWorld=new pt,this.matrixAutoUpdate=i.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=i.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new $i,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return Di.setFromAxisAngle(e,t),this.quaternion.multiply(Di),this}rotateOnWorldAxis(e,t){return Di.setFromAxisAngle(e,t),this.quaternion.premultiply(Di),this}rotateX(e){return this.rotateOnAxis(Kl,e)}rotateY(e){return this.rotateOnAxis(Ql,e)}rotateZ(e){return this.rotateOnAxis(jl,e)}translateOnAxis(e,t){return Jl.copy(e).applyQuaternion(this.quaternion),this.position.add(Jl.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(Kl,e)}translateY(e){return this.translateOnAxis(Ql,e)}translateZ(e){return this.translateOnAxis(jl,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(Bn.copy(this.matrixWorld).invert())}lookAt(e,t,n){e.isVector3?_r.copy(e):_r.set(e,t,n);let s=this.parent;this.updateWorldMatrix(!0,!1),vs.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?Bn.lookAt(vs,_r,this.up):Bn.lookAt(_r,vs,this.up),this.quaternion.setFromRotationMatrix(Bn),s&&(Bn.extractRotation(s.matrixWorld),Di.setFromRotationMatrix(Bn),this.quaternion.premultiply(Di.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(Qe("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(ec),Ni.child=e,this.dispatchEvent(Ni),Ni.child=null):Qe("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.remove(arguments[n]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(Iu),To.child=e,this.dispatchEvent(To),To.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),Bn.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),Bn.multiply(e.parent.matrixWorld)),e.applyMatrix4(Bn),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(ec),Ni.child=e,this.dispatchEvent(Ni),Ni.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let n=0,s=this.children.length;n<s;n++){let a=this.children[n].getObjectByProperty(e,t);if(a!==void 0)return a}}getObjectsByProperty(e,t,n=[]){this[e]===t&&n.push(this);let s=this.children;for(let r=0,a=s.length;r<a;r++)s[r].getObjectsByProperty(e,t,n);return n}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(vs,e,Ru),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(vs,Cu,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,n=e.y,s=e.z,r=this.matrix.elements;r[12]+=t-r[0]*t-r[4]*n-r[8]*s,r[13]+=n-r[1]*t-r[5]*n-r[9]*s,r[14]+=s-r[2]*t-r[6]*n-r[10]*s}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].updateMatrixWorld(e)}updateWorldMatrix(e,t,n=!1){let s=this.parent;if(e===!0&&s!==null&&s.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||n)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,n=!0),t===!0){let r=this.children;for(let a=0,o=r.length;a<o;a++)r[a].updateWorldMatrix(!1,!0,n)}}toJSON(e){let t=e===void 0||typeof e=="string",n={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},n.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let s={};s.uuid=this.uuid,s.type=this.type,s.name=this.name,s.castShadow=this.castShadow,s.receiveShadow=this.receiveShadow,s.visible=this.visible,s.frustumCulled=this.frustumCulled,s.renderOrder=this.renderOrder,s.static=this.static,s.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(s.userData=this.userData),s.layers=this.layers.mask,s.matrix=this.matrix.toArray(),s.up=this.up.toArray(),this.pivot!==null&&(s.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(s.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(s.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(s.type="InstancedMesh",s.count=this.count,s.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(s.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(s.type="BatchedMesh",s.perObjectFrustumCulled=this.perObjectFrustumCulled,s.sortObjects=this.sortObjects,s.drawRanges=this._drawRanges,s.reservedRanges=this._reservedRanges,s.geometryInfo=this._geometryInfo.map(o=>({...o,boundingBox:o.boundingBox?o.boundingBox.toJSON():void 0,boundingSphere:o.boundingSphere?o.boundingSphere.toJSON():void 0})),s.instanceInfo=this._instanceInfo.map(o=>({...o})),s.availableInstanceIds=this._availableInstanceIds.slice(),s.availableGeometryIds=this._availableGeometryIds.slice(),s.nextIndexStart=this._nextIndexStart,s.nextVertexStart=this._nextVertexStart,s.geometryCount=this._geometryCount,s.maxInstanceCount=this._maxInstanceCount,s.maxVertexCount=this._maxVertexCount,s.maxIndexCount=this._maxIndexCount,s.geometryInitialized=this._geometryInitialized,s.matricesTexture=this._matricesTexture.toJSON(e),s.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(s.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(s.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(s.boundingBox=this.boundingBox.toJSON()));function r(o,c){return o[c.uuid]===void 0&&(o[c.uuid]=c.toJSON(e)),c.uuid}if(this.isScene)this.background&&(this.background.isColor?s.background=this.background.toJSON():this.background.isTexture&&(s.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(s.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){s.geometry=r(e.geometries,this.geometry);let o=this.geometry.parameters;if(o!==void 0&&o.shapes!==void 0){let c=o.shapes;if(Array.isArray(c))for(let h=0,d=c.length;h<d;h++){let p=c[h];r(e.shapes,p)}else r(e.shapes,c)}}if(this.isSkinnedMesh&&(s.bindMode=this.bindMode,s.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(r(e.skeletons,this.skeleton),s.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let o=[];for(let c=0,h=this.material.length;c<h;c++)o.push(r(e.materials,this.material[c]));s.material=o}else s.material=r(e.materials,this.material);if(this.children.length>0){s.children=[];for(let o=0;o<this.children.length;o++)s.children.push(this.children[o].toJSON(e).object)}if(this.animations.length>0){s.animations=[];for(let o=0;o<this.animations.length;o++){let c=this.animations[o];s.animations.push(r(e.animations,c))}}if(t){let o=a(e.geometries),c=a(e.materials),h=a(e.textures),d=a(e.images),p=a(e.shapes),f=a(e.skeletons),g=a(e.animations),v=a(e.nodes);o.length>0&&(n.geometries=o),c.length>0&&(n.materials=c),h.length>0&&(n.textures=h),d.length>0&&(n.images=d),p.length>0&&(n.shapes=p),f.length>0&&(n.skeletons=f),g.length>0&&(n.animations=g),v.length>0&&(n.nodes=v)}return n.object=s,n;function a(o){let c=[];for(let h in o){let d=o[h];delete d.metadata,c.push(d)}return c}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let n=0;n<e.children.length;n++){let s=e.children[n];this.add(s.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};un.DEFAULT_UP=new X(0,1,0);un.DEFAULT_MATRIX_AUTO_UPDATE=!0;un.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var yi=class extends un{constructor(){super(),this.isGroup=!0,this.type="Group"}},Pu={type:"move"},Ji=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new yi,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new yi,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new X,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new X),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new yi,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new X,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new X,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let n of e.hand.values())this._getHandJoint(t,n)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,n){let s=null,r=null,a=null,o=this._targetRay,c=this._grip,h=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(h&&e.hand){a=!0;for(let E of e.hand.values()){let x=t.getJointPose(E,n),_=this._getHandJoint(h,E);x!==null&&(_.matrix.fromArray(x.transform.matrix),_.matrix.decompose(_.position,_.quaternion,_.scale),_.matrixWorldNeedsUpdate=!0,_.jointRadius=x.radius),_.visible=x!==null}let d=h.joints["index-finger-tip"],p=h.joints["thumb-tip"],f=d.position.distanceTo(p.position),g=.02,v=.005;h.inputState.pinching&&f>g+v?(h.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!h.inputState.pinching&&f<=g-v&&(h.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else c!==null&&e.gripSpace&&(r=t.getPose(e.gripSpace,n),r!==null&&(c.matrix.fromArray(r.transform.matrix),c.matrix.decompose(c.position,c.quaternion,c.scale),c.matrixWorldNeedsUpdate=!0,r.linearVelocity?(c.hasLinearVelocity=!0,c.linearVelocity.copy(r.linearVelocity)):c.hasLinearVelocity=!1,r.angularVelocity?(c.hasAngularVelocity=!0,c.angularVelocity.copy(r.angularVelocity)):c.hasAngularVelocity=!1,c.eventsEnabled&&c.dispatchEvent({type:"gripUpdated",data:e,target:this})));o!==null&&(s=t.getPose(e.targetRaySpace,n),s===null&&r!==null&&(s=r),s!==null&&(o.matrix.fromArray(s.transform.matrix),o.matrix.decompose(o.position,o.quaternion,o.scale),o.matrixWorldNeedsUpdate=!0,s.linearVelocity?(o.hasLinearVelocity=!0,o.linearVelocity.copy(s.linearVelocity)):o.hasLinearVelocity=!1,s.angularVelocity?(o.hasAngularVelocity=!0,o.angularVelocity.copy(s.angularVelocity)):o.hasAngularVelocity=!1,this.dispatchEvent(Pu)))}return o!==null&&(o.visible=s!==null),c!==null&&(c.visible=r!==null),h!==null&&(h.visible=a!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let n=new yi;n.matrixAutoUpdate=!1,n.visible=!1,e.joints[t.jointName]=n,e.add(n)}return e.joints[t.jointName]}},ih={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},Kn={h:0,s:0,l:0},xr={h:0,s:0,l:0};function Ao(i,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?i+(e-i)*6*t:t<1/2?e:t<2/3?i+(e-i)*6*(2/3-t):i}var ct=class{constructor(e,t,n){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,n)}set(e,t,n){if(t===void 0&&n===void 0){let s=e;s&&s.isColor?this.copy(s):typeof s=="number"?this.setHex(s):typeof s=="string"&&this.setStyle(s)}else this.setRGB(e,t,n);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=jt){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,ot.colorSpaceToWorking(this,t),this}setRGB(e,t,n,s=ot.workingColorSpace){return this.r=e,this.g=t,this.b=n,ot.colorSpaceToWorking(this,s),this}setHSL(e,t,n,s=ot.workingColorSpace){if(e=vu(e,1),t=lt(t,0,1),n=lt(n,0,1),t===0)this.r=this.g=this.b=n;else{let r=n<=.5?n*(1+t):n+t-n*t,a=2*n-r;this.r=Ao(a,r,e+1/3),this.g=Ao(a,r,e),this.b=Ao(a,r,e-1/3)}return ot.colorSpaceToWorking(this,s),this}setStyle(e,t=jt){function n(r){r!==void 0&&parseFloat(r)<1&&Ye("Color: Alpha component of "+e+" will be ignored.")}let s;if(s=/^(\w+)\(([^\)]*)\)/.exec(e)){let r,a=s[1],o=s[2];switch(a){case"rgb":case"rgba":if(r=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(o))return n(r[4]),this.setRGB(Math.min(255,parseInt(r[1],10))/255,Math.min(255,parseInt(r[2],10))/255,Math.min(255,parseInt(r[3],10))/255,t);if(r=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(o))return n(r[4]),this.setRGB(Math.min(100,parseFloat(r[1]))/100,Math.min(100,parseFloat(r[2]))/100,Math.min(100,parseFloat(r[3]))/100,t);break;case"hsl":case"hsla":if(r=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(o))return n(r[4]),this.setHSL(parseFloat(r[1])/360,parseFloat(r[2])/100,parseFloat(r[3])/100,t);break;default:Ye("Color: Unknown color model "+e)}}else if(s=/^\#([A-Fa-f\d]+)$/.exec(e)){let r=s[1],a=r.length;if(a===3)return this.setRGB(parseInt(r.charAt(0),16)/15,parseInt(r.charAt(1),16)/15,parseInt(r.charAt(2),16)/15,t);if(a===6)return this.setHex(parseInt(r,16),t);Ye("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=jt){let n=ih[e.toLowerCase()];return n!==void 0?this.setHex(n,t):Ye("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=Xn(e.r),this.g=Xn(e.g),this.b=Xn(e.b),this}copyLinearToSRGB(e){return this.r=Wi(e.r),this.g=Wi(e.g),this.b=Wi(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=jt){return ot.workingToColorSpace(Jt.copy(this),e),Math.round(lt(Jt.r*255,0,255))*65536+Math.round(lt(Jt.g*255,0,255))*256+Math.round(lt(Jt.b*255,0,255))}getHexString(e=jt){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=ot.workingColorSpace){ot.workingToColorSpace(Jt.copy(this),t);let n=Jt.r,s=Jt.g,r=Jt.b,a=Math.max(n,s,r),o=Math.min(n,s,r),c,h,d=(o+a)/2;if(o===a)c=0,h=0;else{let p=a-o;switch(h=d<=.5?p/(a+o):p/(2-a-o),a){case n:c=(s-r)/p+(s<r?6:0);break;case s:c=(r-n)/p+2;break;case r:c=(n-s)/p+4;break}c/=6}return e.h=c,e.s=h,e.l=d,e}getRGB(e,t=ot.workingColorSpace){return ot.workingToColorSpace(Jt.copy(this),t),e.r=Jt.r,e.g=Jt.g,e.b=Jt.b,e}getStyle(e=jt){ot.workingToColorSpace(Jt.copy(this),e);let t=Jt.r,n=Jt.g,s=Jt.b;return e!==jt?`color(${e} ${t.toFixed(3)} ${n.toFixed(3)} ${s.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(n*255)},${Math.round(s*255)})`}offsetHSL(e,t,n){return this.getHSL(Kn),this.setHSL(Kn.h+e,Kn.s+t,Kn.l+n)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,n){return this.r=e.r+(t.r-e.r)*n,this.g=e.g+(t.g-e.g)*n,this.b=e.b+(t.b-e.b)*n,this}lerpHSL(e,t){this.getHSL(Kn),e.getHSL(xr);let n=So(Kn.h,xr.h,t),s=So(Kn.s,xr.s,t),r=So(Kn.l,xr.l,t);return this.setHSL(n,s,r),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,n=this.g,s=this.b,r=e.elements;return this.r=r[0]*t+r[3]*n+r[6]*s,this.g=r[1]*t+r[4]*n+r[7]*s,this.b=r[2]*t+r[5]*n+r[8]*s,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},Jt=new ct;ct.NAMES=ih;var Ki=class extends un{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new ni,this.environmentIntensity=1,this.environmentRotation=new ni,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},yn=new X,zn=new X,Ro=new X,kn=new X,Ui=new X,Fi=new X,tc=new X,Co=new X,Io=new X,Po=new X,Lo=new bt,Do=new bt,No=new bt,ti=class i{constructor(e=new X,t=new X,n=new X){this.a=e,this.b=t,this.c=n}static getNormal(e,t,n,s){s.subVectors(n,t),yn.subVectors(e,t),s.cross(yn);let r=s.lengthSq();return r>0?s.multiplyScalar(1/Math.sqrt(r)):s.set(0,0,0)}static getBarycoord(e,t,n,s,r){yn.subVectors(s,t),zn.subVectors(n,t),Ro.subVectors(e,t);let a=yn.dot(yn),o=yn.dot(zn),c=yn.dot(Ro),h=zn.dot(zn),d=zn.dot(Ro),p=a*h-o*o;if(p===0)return r.set(0,0,0),null;let f=1/p,g=(h*c-o*d)*f,v=(a*d-o*c)*f;return r.set(1-g-v,v,g)}static containsPoint(e,t,n,s){return this.getBarycoord(e,t,n,s,kn)===null?!1:kn.x>=0&&kn.y>=0&&kn.x+kn.y<=1}static getInterpolation(e,t,n,s,r,a,o,c){return this.getBarycoord(e,t,n,s,kn)===null?(c.x=0,c.y=0,"z"in c&&(c.z=0),"w"in c&&(c.w=0),null):(c.setScalar(0),c.addScaledVector(r,kn.x),c.addScaledVector(a,kn.y),c.addScaledVector(o,kn.z),c)}static getInterpolatedAttribute(e,t,n,s,r,a){return Lo.setScalar(0),Do.setScalar(0),No.setScalar(0),Lo.fromBufferAttribute(e,t),Do.fromBufferAttribute(e,n),No.fromBufferAttribute(e,s),a.setScalar(0),a.addScaledVector(Lo,r.x),a.addScaledVector(Do,r.y),a.addScaledVector(No,r.z),a}static isFrontFacing(e,t,n,s){return yn.subVectors(n,t),zn.subVectors(e,t),yn.cross(zn).dot(s)<0}set(e,t,n){return this.a.copy(e),this.b.copy(t),this.c.copy(n),this}setFromPointsAndIndices(e,t,n,s){return this.a.copy(e[t]),this.b.copy(e[n]),this.c.copy(e[s]),this}setFromAttributeAndIndices(e,t,n,s){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,n),this.c.fromBufferAttribute(e,s),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return yn.subVectors(this.c,this.b),zn.subVectors(this.a,this.b),yn.cross(zn).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return i.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return i.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,n,s,r){return i.getInterpolation(e,this.a,this.b,this.c,t,n,s,r)}containsPoint(e){return i.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return i.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let n=this.a,s=this.b,r=this.c,a,o;Ui.subVectors(s,n),Fi.subVectors(r,n),Co.subVectors(e,n);let c=Ui.dot(Co),h=Fi.dot(Co);if(c<=0&&h<=0)return t.copy(n);Io.subVectors(e,s);let d=Ui.dot(Io),p=Fi.dot(Io);if(d>=0&&p<=d)return t.copy(s);let f=c*p-d*h;if(f<=0&&c>=0&&d<=0&&c-d>0)return a=c/(c-d),t.copy(n).addScaledVector(Ui,a);Po.subVectors(e,r);let g=Ui.dot(Po),v=Fi.dot(Po);if(v>=0&&g<=v)return t.copy(r);let E=g*h-c*v;if(E<=0&&h>=0&&v<=0)return o=h/(h-v),t.copy(n).addScaledVector(Fi,o);let x=d*v-g*p;if(x<=0&&p-d>=0&&g-v>=0)return tc.subVectors(r,s),o=(p-d)/(p-d+(g-v)),t.copy(s).addScaledVector(tc,o);let _=1/(x+E+f);return a=E*_,o=f*_,t.copy(n).addScaledVector(Ui,a).addScaledVector(Fi,o)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},ii=class{constructor(e=new X(1/0,1/0,1/0),t=new X(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t+=3)this.expandByPoint(Sn.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,n=e.count;t<n;t++)this.expandByPoint(Sn.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let n=Sn.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(n),this.max.copy(e).add(n),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let n=e.geometry;if(n!==void 0){let r=n.getAttribute("position");if(t===!0&&r!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let a=0,o=r.count;a<o;a++)e.isMesh===!0?e.getVertexPosition(a,Sn):Sn.fromBufferAttribute(r,a),Sn.applyMatrix4(e.matrixWorld),this.expandByPoint(Sn);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),vr.copy(e.boundingBox)):(n.boundingBox===null&&n.computeBoundingBox(),vr.copy(n.boundingBox)),vr.applyMatrix4(e.matrixWorld),this.union(vr)}let s=e.children;for(let r=0,a=s.length;r<a;r++)this.expandByObject(s[r],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,Sn),Sn.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,n;return e.normal.x>0?(t=e.normal.x*this.min.x,n=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,n=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,n+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,n+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,n+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,n+=e.normal.z*this.min.z),t<=-e.constant&&n>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(ys),yr.subVectors(this.max,ys),Oi.subVectors(e.a,ys),Bi.subVectors(e.b,ys),zi.subVectors(e.c,ys),Qn.subVectors(Bi,Oi),jn.subVectors(zi,Bi),gi.subVectors(Oi,zi);let t=[0,-Qn.z,Qn.y,0,-jn.z,jn.y,0,-gi.z,gi.y,Qn.z,0,-Qn.x,jn.z,0,-jn.x,gi.z,0,-gi.x,-Qn.y,Qn.x,0,-jn.y,jn.x,0,-gi.y,gi.x,0];return!Uo(t,Oi,Bi,zi,yr)||(t=[1,0,0,0,1,0,0,0,1],!Uo(t,Oi,Bi,zi,yr))?!1:(Sr.crossVectors(Qn,jn),t=[Sr.x,Sr.y,Sr.z],Uo(t,Oi,Bi,zi,yr))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,Sn).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(Sn).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(Hn[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),Hn[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),Hn[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),Hn[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),Hn[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),Hn[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),Hn[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),Hn[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(Hn),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},Hn=[new X,new X,new X,new X,new X,new X,new X,new X],Sn=new X,vr=new ii,Oi=new X,Bi=new X,zi=new X,Qn=new X,jn=new X,gi=new X,ys=new X,yr=new X,Sr=new X,_i=new X;function Uo(i,e,t,n,s){for(let r=0,a=i.length-3;r<=a;r+=3){_i.fromArray(i,r);let o=s.x*Math.abs(_i.x)+s.y*Math.abs(_i.y)+s.z*Math.abs(_i.z),c=e.dot(_i),h=t.dot(_i),d=n.dot(_i);if(Math.max(-Math.max(c,h,d),Math.min(c,h,d))>o)return!1}return!0}var Wn=Lu();function Lu(){let i=new ArrayBuffer(4),e=new Float32Array(i),t=new Uint32Array(i),n=new Uint32Array(512),s=new Uint32Array(512);for(let c=0;c<256;++c){let h=c-127;h<-27?(n[c]=0,n[c|256]=32768,s[c]=24,s[c|256]=24):h<-14?(n[c]=1024>>-h-14,n[c|256]=1024>>-h-14|32768,s[c]=-h-1,s[c|256]=-h-1):h<=15?(n[c]=h+15<<10,n[c|256]=h+15<<10|32768,s[c]=13,s[c|256]=13):h<128?(n[c]=31744,n[c|256]=64512,s[c]=24,s[c|256]=24):(n[c]=31744,n[c|256]=64512,s[c]=13,s[c|256]=13)}let r=new Uint32Array(2048),a=new Uint32Array(64),o=new Uint32Array(64);for(let c=1;c<1024;++c){let h=c<<13,d=0;for(;(h&8388608)===0;)h<<=1,d-=8388608;h&=-8388609,d+=947912704,r[c]=h|d}for(let c=1024;c<2048;++c)r[c]=939524096+(c-1024<<13);for(let c=1;c<31;++c)a[c]=c<<23;a[31]=1199570944,a[32]=2147483648;for(let c=33;c<63;++c)a[c]=2147483648+(c-32<<23);a[63]=3347054592;for(let c=1;c<64;++c)c!==32&&(o[c]=1024);return{floatView:e,uint32View:t,baseTable:n,shiftTable:s,mantissaTable:r,exponentTable:a,offsetTable:o}}function Du(i){Math.abs(i)>65504&&Ye("DataUtils.toHalfFloat(): Value out of range."),i=lt(i,-65504,65504),Wn.floatView[0]=i;let e=Wn.uint32View[0],t=e>>23&511;return Wn.baseTable[t]+((e&8388607)>>Wn.shiftTable[t])}function Nu(i){let e=i>>10;return Wn.uint32View[0]=Wn.mantissaTable[Wn.offsetTable[e]+(i&1023)]+Wn.exponentTable[e],Wn.floatView[0]}var be=class{static toHalfFloat(e){return Du(e)}static fromHalfFloat(e){return Nu(e)}},Dt=new X,Mr=new ut,Uu=0,Yt=class extends Ln{constructor(e,t,n=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:Uu++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=n,this.usage=Kc,this.updateRanges=[],this.gpuType=Nt,this.version=0,this._normalizationScale=e!==void 0?bl(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,n){e*=this.itemSize,n*=t.itemSize;for(let s=0,r=this.itemSize;s<r;s++)this.array[e+s]=t.array[n+s];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,n=this.count;t<n;t++)Mr.fromBufferAttribute(this,t),Mr.applyMatrix3(e),this.setXY(t,Mr.x,Mr.y);else if(this.itemSize===3)for(let t=0,n=this.count;t<n;t++)Dt.fromBufferAttribute(this,t),Dt.applyMatrix3(e),this.setXYZ(t,Dt.x,Dt.y,Dt.z);return this}applyMatrix4(e){for(let t=0,n=this.count;t<n;t++)Dt.fromBufferAttribute(this,t),Dt.applyMatrix4(e),this.setXYZ(t,Dt.x,Dt.y,Dt.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)Dt.fromBufferAttribute(this,t),Dt.applyNormalMatrix(e),this.setXYZ(t,Dt.x,Dt.y,Dt.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)Dt.fromBufferAttribute(this,t),Dt.transformDirection(e),this.setXYZ(t,Dt.x,Dt.y,Dt.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let n=this.array[e*this.itemSize+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.array[e*this.itemSize+t]=n,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,n){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.array[e+0]=t,this.array[e+1]=n,this}setXYZ(e,t,n,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this}setXYZW(e,t,n,s,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this.array[e+3]=r,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):yu(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):Su(e,this.array)}};var Cs=class extends Yt{constructor(e,t,n){super(new Uint16Array(e),t,n)}};var Is=class extends Yt{constructor(e,t,n){super(new Uint32Array(e),t,n)}};var en=class extends Yt{constructor(e,t,n){super(new Float32Array(e),t,n)}},Fu=new ii,Ss=new X,Fo=new X,Mi=class{constructor(e=new X,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let n=this.center;t!==void 0?n.copy(t):Fu.setFromPoints(e).getCenter(n);let s=0;for(let r=0,a=e.length;r<a;r++)s=Math.max(s,n.distanceToSquared(e[r]));return this.radius=Math.sqrt(s),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let n=this.center.distanceToSquared(e);return t.copy(e),n>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;Ss.subVectors(e,this.center);let t=Ss.lengthSq();if(t>this.radius*this.radius){let n=Math.sqrt(t),s=(n-this.radius)*.5;this.center.addScaledVector(Ss,s/n),this.radius+=s}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(Fo.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(Ss.copy(e.center).add(Fo)),this.expandByPoint(Ss.copy(e.center).sub(Fo))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},Ou=0,pn=new pt,Oo=new un,ki=new X,hn=new ii,Ms=new ii,Vt=new X,rn=class i extends Ln{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:Ou++}),this.uuid=$s(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(_u(e)?Is:Cs)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,n=0){this.groups.push({start:e,count:t,materialIndex:n})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let n=this.attributes.normal;if(n!==void 0){let r=new je().getNormalMatrix(e);n.applyNormalMatrix(r),n.needsUpdate=!0}let s=this.attributes.tangent;return s!==void 0&&(s.transformDirection(e),s.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return pn.makeRotationFromQuaternion(e),this.applyMatrix4(pn),this}rotateX(e){return pn.makeRotationX(e),this.applyMatrix4(pn),this}rotateY(e){return pn.makeRotationY(e),this.applyMatrix4(pn),this}rotateZ(e){return pn.makeRotationZ(e),this.applyMatrix4(pn),this}translate(e,t,n){return pn.makeTranslation(e,t,n),this.applyMatrix4(pn),this}scale(e,t,n){return pn.makeScale(e,t,n),this.applyMatrix4(pn),this}lookAt(e){return Oo.lookAt(e),Oo.updateMatrix(),this.applyMatrix4(Oo.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(ki).negate(),this.translate(ki.x,ki.y,ki.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let n=[];for(let s=0,r=e.length;s<r;s++){let a=e[s];n.push(a.x,a.y,a.z||0)}this.setAttribute("position",new en(n,3))}else{let n=Math.min(e.length,t.count);for(let s=0;s<n;s++){let r=e[s];t.setXYZ(s,r.x,r.y,r.z||0)}e.length>t.count&&Ye("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new ii);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){Qe("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new X(-1/0,-1/0,-1/0),new X(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let n=0,s=t.length;n<s;n++){let r=t[n];hn.setFromBufferAttribute(r),this.morphTargetsRelative?(Vt.addVectors(this.boundingBox.min,hn.min),this.boundingBox.expandByPoint(Vt),Vt.addVectors(this.boundingBox.max,hn.max),this.boundingBox.expandByPoint(Vt)):(this.boundingBox.expandByPoint(hn.min),this.boundingBox.expandByPoint(hn.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&Qe('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Mi);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){Qe("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new X,1/0);return}if(e){let n=this.boundingSphere.center;if(hn.setFromBufferAttribute(e),t)for(let r=0,a=t.length;r<a;r++){let o=t[r];Ms.setFromBufferAttribute(o),this.morphTargetsRelative?(Vt.addVectors(hn.min,Ms.min),hn.expandByPoint(Vt),Vt.addVectors(hn.max,Ms.max),hn.expandByPoint(Vt)):(hn.expandByPoint(Ms.min),hn.expandByPoint(Ms.max))}hn.getCenter(n);let s=0;for(let r=0,a=e.count;r<a;r++)Vt.fromBufferAttribute(e,r),s=Math.max(s,n.distanceToSquared(Vt));if(t)for(let r=0,a=t.length;r<a;r++){let o=t[r],c=this.morphTargetsRelative;for(let h=0,d=o.count;h<d;h++)Vt.fromBufferAttribute(o,h),c&&(ki.fromBufferAttribute(e,h),Vt.add(ki)),s=Math.max(s,n.distanceToSquared(Vt))}this.boundingSphere.radius=Math.sqrt(s),isNaN(this.boundingSphere.radius)&&Qe('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){Qe("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let n=t.position,s=t.normal,r=t.uv,a=this.getAttribute("tangent");(a===void 0||a.count!==n.count)&&(a=new Yt(new Float32Array(4*n.count),4),this.setAttribute("tangent",a));let o=[],c=[],h=new Uint8Array(n.count);for(let H=0;H<n.count;H++)o[H]=new X,c[H]=new X;let d=new X,p=new X,f=new X,g=new ut,v=new ut,E=new ut,x=new X,_=new X;function R(H,F,O){h[H]=h[F]=h[O]=1,d.fromBufferAttribute(n,H),p.fromBufferAttribute(n,F),f.fromBufferAttribute(n,O),g.fromBufferAttribute(r,H),v.fromBufferAttribute(r,F),E.fromBufferAttribute(r,O),p.sub(d),f.sub(d),v.sub(g),E.sub(g);let Y=1/(v.x*E.y-E.x*v.y);isFinite(Y)&&(x.copy(p).multiplyScalar(E.y).addScaledVector(f,-v.y).multiplyScalar(Y),_.copy(f).multiplyScalar(v.x).addScaledVector(p,-E.x).multiplyScalar(Y),o[H].add(x),o[F].add(x),o[O].add(x),c[H].add(_),c[F].add(_),c[O].add(_))}let D=this.groups;D.length===0&&(D=[{start:0,count:e.count}]);for(let H=0,F=D.length;H<F;++H){let O=D[H],Y=O.start,Q=O.count;for(let L=Y,J=Y+Q;L<J;L+=3)R(e.getX(L+0),e.getX(L+1),e.getX(L+2))}let I=new X,N=new X,P=new X,y=new X;function b(H){P.fromBufferAttribute(s,H),y.copy(P);let F=o[H];I.copy(F),I.sub(P.multiplyScalar(P.dot(F))).normalize(),N.crossVectors(y,F);let Y=N.dot(c[H])<0?-1:1;a.setXYZW(H,I.x,I.y,I.z,Y)}for(let H=0,F=n.count;H<F;++H)h[H]&&b(H);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let n=this.getAttribute("normal");if(n===void 0||n.count!==t.count)n=new Yt(new Float32Array(t.count*3),3),this.setAttribute("normal",n);else for(let f=0,g=n.count;f<g;f++)n.setXYZ(f,0,0,0);let s=new X,r=new X,a=new X,o=new X,c=new X,h=new X,d=new X,p=new X;if(e)for(let f=0,g=e.count;f<g;f+=3){let v=e.getX(f+0),E=e.getX(f+1),x=e.getX(f+2);s.fromBufferAttribute(t,v),r.fromBufferAttribute(t,E),a.fromBufferAttribute(t,x),d.subVectors(a,r),p.subVectors(s,r),d.cross(p),o.fromBufferAttribute(n,v),c.fromBufferAttribute(n,E),h.fromBufferAttribute(n,x),o.add(d),c.add(d),h.add(d),n.setXYZ(v,o.x,o.y,o.z),n.setXYZ(E,c.x,c.y,c.z),n.setXYZ(x,h.x,h.y,h.z)}else for(let f=0,g=t.count;f<g;f+=3)s.fromBufferAttribute(t,f+0),r.fromBufferAttribute(t,f+1),a.fromBufferAttribute(t,f+2),d.subVectors(a,r),p.subVectors(s,r),d.cross(p),n.setXYZ(f+0,d.x,d.y,d.z),n.setXYZ(f+1,d.x,d.y,d.z),n.setXYZ(f+2,d.x,d.y,d.z);this.normalizeNormals(),n.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,n=e.count;t<n;t++)Vt.fromBufferAttribute(e,t),Vt.normalize(),e.setXYZ(t,Vt.x,Vt.y,Vt.z)}toNonIndexed(){function e(o,c){let h=o.array,d=o.itemSize,p=o.normalized,f=new h.constructor(c.length*d),g=0,v=0;for(let E=0,x=c.length;E<x;E++){o.isInterleavedBufferAttribute?g=c[E]*o.data.stride+o.offset:g=c[E]*d;for(let _=0;_<d;_++)f[v++]=h[g++]}return new Yt(f,d,p)}if(this.index===null)return Ye("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new i,n=this.index.array,s=this.attributes;for(let o in s){let c=s[o],h=e(c,n);t.setAttribute(o,h)}let r=this.morphAttributes;for(let o in r){let c=[],h=r[o];for(let d=0,p=h.length;d<p;d++){let f=h[d],g=e(f,n);c.push(g)}t.morphAttributes[o]=c}t.morphTargetsRelative=this.morphTargetsRelative;let a=this.groups;for(let o=0,c=a.length;o<c;o++){let h=a[o];t.addGroup(h.start,h.count,h.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let c=this.parameters;for(let h in c)c[h]!==void 0&&(e[h]=c[h]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let n=this.attributes;for(let c in n){let h=n[c];e.data.attributes[c]=h.toJSON(e.data)}let s={},r=!1;for(let c in this.morphAttributes){let h=this.morphAttributes[c],d=[];for(let p=0,f=h.length;p<f;p++){let g=h[p];d.push(g.toJSON(e.data))}d.length>0&&(s[c]=d,r=!0)}r&&(e.data.morphAttributes=s,e.data.morphTargetsRelative=this.morphTargetsRelative);let a=this.groups;a.length>0&&(e.data.groups=JSON.parse(JSON.stringify(a)));let o=this.boundingSphere;return o!==null&&(e.data.boundingSphere=o.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let n=e.index;n!==null&&this.setIndex(n.clone());let s=e.attributes;for(let h in s){let d=s[h];this.setAttribute(h,d.clone(t))}let r=e.morphAttributes;for(let h in r){let d=[],p=r[h];for(let f=0,g=p.length;f<g;f++)d.push(p[f].clone(t));this.morphAttributes[h]=d}this.morphTargetsRelative=e.morphTargetsRelative;let a=e.groups;for(let h=0,d=a.length;h<d;h++){let p=a[h];this.addGroup(p.start,p.count,p.materialIndex)}let o=e.boundingBox;o!==null&&(this.boundingBox=o.clone());let c=e.boundingSphere;return c!==null&&(this.boundingSphere=c.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var Bo=new X,Bu=new X,zu=new je,Mn=class{constructor(e=new X(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,n,s){return this.normal.set(e,t,n),this.constant=s,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,n){let s=Bo.subVectors(n,t).cross(Bu.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(s,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,n=!0){let s=e.delta(Bo),r=this.normal.dot(s);if(r===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let a=-(e.start.dot(this.normal)+this.constant)/r;return n===!0&&(a<0||a>1)?null:t.copy(e.start).addScaledVector(s,a)}intersectsLine(e){let t=this.distanceToPoint(e.start),n=this.distanceToPoint(e.end);return t<0&&n>0||n<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let n=t||zu.getNormalMatrix(e),s=this.coplanarPoint(Bo).applyMatrix4(e),r=this.normal.applyMatrix3(n).normalize();return this.constant=-s.dot(r),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},ku=0,si=class extends Ln{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:ku++}),this.uuid=$s(),this.name="",this.type="Material",this.blending=hi,this.side=ci,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=tl,this.blendDst=nl,this.blendEquation=Ei,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new ct(0,0,0),this.blendAlpha=0,this.depthFunc=Xi,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Xc,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=zr,this.stencilZFail=zr,this.stencilZPass=zr,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let n=e[t];if(n===void 0){Ye(`Material: parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Ye(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}s&&s.isColor?s.set(n):s&&s.isVector2&&n&&n.isVector2||s&&s.isEuler&&n&&n.isEuler||s&&s.isVector3&&n&&n.isVector3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let n={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};n.uuid=this.uuid,n.type=this.type,n.blending=this.blending,n.side=this.side,n.shadowSide=this.shadowSide,n.vertexColors=this.vertexColors,n.opacity=this.opacity,n.transparent=this.transparent,n.blendSrc=this.blendSrc,n.blendDst=this.blendDst,n.blendEquation=this.blendEquation,n.blendSrcAlpha=this.blendSrcAlpha,n.blendDstAlpha=this.blendDstAlpha,n.blendEquationAlpha=this.blendEquationAlpha,n.blendColor=this.blendColor.getHex(),n.blendAlpha=this.blendAlpha,n.depthFunc=this.depthFunc,n.depthTest=this.depthTest,n.depthWrite=this.depthWrite,n.colorWrite=this.colorWrite,n.clipIntersection=this.clipIntersection,n.clipShadows=this.clipShadows,n.stencilWriteMask=this.stencilWriteMask,n.stencilFunc=this.stencilFunc,n.stencilRef=this.stencilRef,n.stencilFuncMask=this.stencilFuncMask,n.stencilFail=this.stencilFail,n.stencilZFail=this.stencilZFail,n.stencilZPass=this.stencilZPass,n.stencilWrite=this.stencilWrite,n.polygonOffset=this.polygonOffset,n.polygonOffsetFactor=this.polygonOffsetFactor,n.polygonOffsetUnits=this.polygonOffsetUnits,n.dithering=this.dithering,n.alphaTest=this.alphaTest,n.alphaHash=this.alphaHash,n.alphaToCoverage=this.alphaToCoverage,n.premultipliedAlpha=this.premultipliedAlpha,n.forceSinglePass=this.forceSinglePass,n.allowOverride=this.allowOverride,n.visible=this.visible,n.toneMapped=this.toneMapped,n.name=this.name,this.color&&this.color.isColor&&(n.color=this.color.getHex()),this.roughness!==void 0&&(n.roughness=this.roughness),this.metalness!==void 0&&(n.metalness=this.metalness),this.sheen!==void 0&&(n.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(n.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(n.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(n.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(n.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(n.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(n.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(n.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(n.shininess=this.shininess),this.clearcoat!==void 0&&(n.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(n.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(n.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(n.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(n.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(n.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(n.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,n.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(n.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(n.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(n.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(n.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(n.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(n.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(n.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(n.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(n.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(n.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(n.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(n.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(n.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(n.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(n.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(n.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(n.lightMap=this.lightMap.toJSON(e).uuid,n.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(n.aoMap=this.aoMap.toJSON(e).uuid,n.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(n.bumpMap=this.bumpMap.toJSON(e).uuid,n.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(n.normalMap=this.normalMap.toJSON(e).uuid,n.normalMapType=this.normalMapType,n.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(n.displacementMap=this.displacementMap.toJSON(e).uuid,n.displacementScale=this.displacementScale,n.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(n.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(n.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(n.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(n.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(n.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(n.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(n.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(n.combine=this.combine)),this.envMapRotation!==void 0&&(n.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(n.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(n.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(n.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(n.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(n.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(n.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(n.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(n.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(n.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(n.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(n.size=this.size),this.sizeAttenuation!==void 0&&(n.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(n.clippingPlanes=this.clippingPlanes.map(r=>r.toJSON())),this.rotation!==void 0&&(n.rotation=this.rotation),this.depthPacking!==void 0&&(n.depthPacking=this.depthPacking),this.linewidth!==void 0&&(n.linewidth=this.linewidth),this.linecap!==void 0&&(n.linecap=this.linecap),this.linejoin!==void 0&&(n.linejoin=this.linejoin),this.dashSize!==void 0&&(n.dashSize=this.dashSize),this.gapSize!==void 0&&(n.gapSize=this.gapSize),this.scale!==void 0&&(n.scale=this.scale),this.wireframe!==void 0&&(n.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(n.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(n.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(n.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(n.flatShading=this.flatShading),this.fog!==void 0&&(n.fog=this.fog),Object.keys(this.userData).length>0&&(n.userData=this.userData);function s(r){let a=[];for(let o in r){let c=r[o];delete c.metadata,a.push(c)}return a}if(t){let r=s(e.textures),a=s(e.images);r.length>0&&(n.textures=r),a.length>0&&(n.images=a)}return n}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new ct().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(n=>new Mn().fromJSON(n))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let n=e.normalScale;Array.isArray(n)===!1&&(n=[n,n]),this.normalScale=new ut().fromArray(n)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new ut().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,n=null;if(t!==null){let s=t.length;n=new Array(s);for(let r=0;r!==s;++r)n[r]=t[r].clone()}return this.clippingPlanes=n,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var Gn=new X,zo=new X,br=new X,wr=new X,Qi=class{constructor(e=new X,t=new X(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,Gn)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let n=t.dot(this.direction);return n<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,n)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=Gn.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(Gn.copy(this.origin).addScaledVector(this.direction,t),Gn.distanceToSquared(e))}distanceSqToSegment(e,t,n,s){zo.copy(e).add(t).multiplyScalar(.5),br.copy(t).sub(e).normalize(),wr.copy(this.origin).sub(zo);let r=e.distanceTo(t)*.5,a=-this.direction.dot(br),o=wr.dot(this.direction),c=-wr.dot(br),h=wr.lengthSq(),d=Math.abs(1-a*a),p,f,g,v;if(d>0)if(p=a*c-o,f=a*o-c,v=r*d,p>=0)if(f>=-v)if(f<=v){let E=1/d;p*=E,f*=E,g=p*(p+a*f+2*o)+f*(a*p+f+2*c)+h}else f=r,p=Math.max(0,-(a*f+o)),g=-p*p+f*(f+2*c)+h;else f=-r,p=Math.max(0,-(a*f+o)),g=-p*p+f*(f+2*c)+h;else f<=-v?(p=Math.max(0,-(-a*r+o)),f=p>0?-r:Math.min(Math.max(-r,-c),r),g=-p*p+f*(f+2*c)+h):f<=v?(p=0,f=Math.min(Math.max(-r,-c),r),g=f*(f+2*c)+h):(p=Math.max(0,-(a*r+o)),f=p>0?r:Math.min(Math.max(-r,-c),r),g=-p*p+f*(f+2*c)+h);else f=a>0?-r:r,p=Math.max(0,-(a*f+o)),g=-p*p+f*(f+2*c)+h;return n&&n.copy(this.origin).addScaledVector(this.direction,p),s&&s.copy(zo).addScaledVector(br,f),g}intersectSphere(e,t){if(e.radius<0)return null;Gn.subVectors(e.center,this.origin);let n=Gn.dot(this.direction),s=Gn.dot(Gn)-n*n,r=e.radius*e.radius;if(s>r)return null;let a=Math.sqrt(r-s),o=n-a,c=n+a;return c<0?null:o<0?this.at(c,t):this.at(o,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let n=-(this.origin.dot(e.normal)+e.constant)/t;return n>=0?n:null}intersectPlane(e,t){let n=this.distanceToPlane(e);return n===null?null:this.at(n,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let n,s,r,a,o,c,h=1/this.direction.x,d=1/this.direction.y,p=1/this.direction.z,f=this.origin;return h>=0?(n=(e.min.x-f.x)*h,s=(e.max.x-f.x)*h):(n=(e.max.x-f.x)*h,s=(e.min.x-f.x)*h),d>=0?(r=(e.min.y-f.y)*d,a=(e.max.y-f.y)*d):(r=(e.max.y-f.y)*d,a=(e.min.y-f.y)*d),n>a||r>s||((r>n||isNaN(n))&&(n=r),(a<s||isNaN(s))&&(s=a),p>=0?(o=(e.min.z-f.z)*p,c=(e.max.z-f.z)*p):(o=(e.max.z-f.z)*p,c=(e.min.z-f.z)*p),n>c||o>s)||((o>n||n!==n)&&(n=o),(c<s||s!==s)&&(s=c),s<0)?null:this.at(n>=0?n:s,t)}intersectsBox(e){return this.intersectBox(e,Gn)!==null}intersectTriangle(e,t,n,s,r){let a=this.origin,o=this.direction,c=o.x,h=o.y,d=o.z,p=e.x-a.x,f=e.y-a.y,g=e.z-a.z,v=t.x-a.x,E=t.y-a.y,x=t.z-a.z,_=n.x-a.x,R=n.y-a.y,D=n.z-a.z,I=Math.abs(c),N=Math.abs(h),P=Math.abs(d),y,b,H,F,O,Y,Q,L,J,Z,$,me;if(I>=N&&I>=P?(H=c,Y=p,J=v,me=_,c>=0?(y=h,b=d,F=f,O=g,Q=E,L=x,Z=R,$=D):(y=d,b=h,F=g,O=f,Q=x,L=E,Z=D,$=R)):N>=P?(H=h,Y=f,J=E,me=R,h>=0?(y=d,b=c,F=g,O=p,Q=x,L=v,Z=D,$=_):(y=c,b=d,F=p,O=g,Q=v,L=x,Z=_,$=D)):(H=d,Y=g,J=x,me=D,d>=0?(y=c,b=h,F=p,O=f,Q=v,L=E,Z=_,$=R):(y=h,b=c,F=f,O=p,Q=E,L=v,Z=R,$=_)),H===0)return null;let K=y/H,le=b/H,ue=1/H,Ee=F-K*Y,Fe=O-le*Y,se=Q-K*J,ye=L-le*J,Oe=Z-K*me,He=$-le*me,ge=Oe*ye-He*se,We=Ee*He-Fe*Oe,dt=se*Fe-ye*Ee;if(s){if(ge<0||We<0||dt<0)return null}else if((ge<0||We<0||dt<0)&&(ge>0||We>0||dt>0))return null;let Ve=ge+We+dt;if(Ve===0)return null;let at=ue*(ge*Y+We*J+dt*me);return(Ve>0?at<0:at>0)?null:this.at(at/Ve,r)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},jr=class extends si{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new ct(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new ni,this.combine=il,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},nc=new pt,xi=new Qi,Er=new Mi,ic=new X,Tr=new X,Ar=new X,Rr=new X,ko=new X,Cr=new X,sc=new X,Ir=new X,an=class extends un{constructor(e=new rn,t=new jr){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,a=s.length;r<a;r++){let o=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[o]=r}}}}getVertexPosition(e,t){let n=this.geometry,s=n.attributes.position,r=n.morphAttributes.position,a=n.morphTargetsRelative;t.fromBufferAttribute(s,e);let o=this.morphTargetInfluences;if(r&&o){Cr.set(0,0,0);for(let c=0,h=r.length;c<h;c++){let d=o[c],p=r[c];d!==0&&(ko.fromBufferAttribute(p,e),a?Cr.addScaledVector(ko,d):Cr.addScaledVector(ko.sub(t),d))}t.add(Cr)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.material,r=this.matrixWorld;s!==void 0&&(n.boundingSphere===null&&n.computeBoundingSphere(),Er.copy(n.boundingSphere),Er.applyMatrix4(r),xi.copy(e.ray).recast(e.near),!(Er.containsPoint(xi.origin)===!1&&(xi.intersectSphere(Er,ic)===null||xi.origin.distanceToSquared(ic)>(e.far-e.near)**2))&&(nc.copy(r).invert(),xi.copy(e.ray).applyMatrix4(nc),!(n.boundingBox!==null&&xi.intersectsBox(n.boundingBox)===!1)&&this._computeIntersections(e,t,xi)))}_computeIntersections(e,t,n){let s,r=this.geometry,a=this.material,o=r.index,c=r.attributes.position,h=r.attributes.uv,d=r.attributes.uv1,p=r.attributes.normal,f=r.groups,g=r.drawRange;if(o!==null)if(Array.isArray(a))for(let v=0,E=f.length;v<E;v++){let x=f[v],_=a[x.materialIndex],R=Math.max(x.start,g.start),D=Math.min(o.count,Math.min(x.start+x.count,g.start+g.count));for(let I=R,N=D;I<N;I+=3){let P=o.getX(I),y=o.getX(I+1),b=o.getX(I+2);s=Pr(this,_,e,n,h,d,p,P,y,b),s&&(s.faceIndex=Math.floor(I/3),s.face.materialIndex=x.materialIndex,t.push(s))}}else{let v=Math.max(0,g.start),E=Math.min(o.count,g.start+g.count);for(let x=v,_=E;x<_;x+=3){let R=o.getX(x),D=o.getX(x+1),I=o.getX(x+2);s=Pr(this,a,e,n,h,d,p,R,D,I),s&&(s.faceIndex=Math.floor(x/3),t.push(s))}}else if(c!==void 0)if(Array.isArray(a))for(let v=0,E=f.length;v<E;v++){let x=f[v],_=a[x.materialIndex],R=Math.max(x.start,g.start),D=Math.min(c.count,Math.min(x.start+x.count,g.start+g.count));for(let I=R,N=D;I<N;I+=3){let P=I,y=I+1,b=I+2;s=Pr(this,_,e,n,h,d,p,P,y,b),s&&(s.faceIndex=Math.floor(I/3),s.face.materialIndex=x.materialIndex,t.push(s))}}else{let v=Math.max(0,g.start),E=Math.min(c.count,g.start+g.count);for(let x=v,_=E;x<_;x+=3){let R=x,D=x+1,I=x+2;s=Pr(this,a,e,n,h,d,p,R,D,I),s&&(s.faceIndex=Math.floor(x/3),t.push(s))}}}};function Hu(i,e,t,n,s,r,a,o){let c;if(e.side===nn?c=n.intersectTriangle(a,r,s,!0,o):c=n.intersectTriangle(s,r,a,e.side===ci,o),c===null)return null;Ir.copy(o),Ir.applyMatrix4(i.matrixWorld);let h=t.ray.origin.distanceTo(Ir);return h<t.near||h>t.far?null:{distance:h,point:Ir.clone(),object:i}}function Pr(i,e,t,n,s,r,a,o,c,h){i.getVertexPosition(o,Tr),i.getVertexPosition(c,Ar),i.getVertexPosition(h,Rr);let d=Hu(i,e,t,n,Tr,Ar,Rr,sc);if(d){let p=new X;ti.getBarycoord(sc,Tr,Ar,Rr,p),s&&(d.uv=ti.getInterpolatedAttribute(s,o,c,h,p,new ut)),r&&(d.uv1=ti.getInterpolatedAttribute(r,o,c,h,p,new ut)),a&&(d.normal=ti.getInterpolatedAttribute(a,o,c,h,p,new X),d.normal.dot(n.direction)>0&&d.normal.multiplyScalar(-1));let f={a:o,b:c,c:h,normal:new X,materialIndex:0};ti.getNormal(Tr,Ar,Rr,f.normal),d.face=f,d.barycoord=p}return d}var ri=class extends Ot{constructor(e=null,t=1,n=1,s,r,a,o,c,h=Rt,d=Rt,p,f){super(null,a,o,c,h,d,s,r,p,f),this.isDataTexture=!0,this.image={data:e,width:t,height:n},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var vi=new Mi,Gu=new ut(.5,.5),Lr=new X,bi=class{constructor(e=new Mn,t=new Mn,n=new Mn,s=new Mn,r=new Mn,a=new Mn){this.planes=[e,t,n,s,r,a]}set(e,t,n,s,r,a){let o=this.planes;return o[0].copy(e),o[1].copy(t),o[2].copy(n),o[3].copy(s),o[4].copy(r),o[5].copy(a),this}copy(e){let t=this.planes;for(let n=0;n<6;n++)t[n].copy(e.planes[n]);return this}setFromProjectionMatrix(e,t=mn,n=!1){let s=this.planes,r=e.elements,a=r[0],o=r[1],c=r[2],h=r[3],d=r[4],p=r[5],f=r[6],g=r[7],v=r[8],E=r[9],x=r[10],_=r[11],R=r[12],D=r[13],I=r[14],N=r[15];if(s[0].setComponents(h-a,g-d,_-v,N-R).normalize(),s[1].setComponents(h+a,g+d,_+v,N+R).normalize(),s[2].setComponents(h+o,g+p,_+E,N+D).normalize(),s[3].setComponents(h-o,g-p,_-E,N-D).normalize(),n)s[4].setComponents(c,f,x,I).normalize(),s[5].setComponents(h-c,g-f,_-x,N-I).normalize();else if(s[4].setComponents(h-c,g-f,_-x,N-I).normalize(),t===mn)s[5].setComponents(h+c,g+f,_+x,N+I).normalize();else if(t===As)s[5].setComponents(c,f,x,I).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),vi.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),vi.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(vi)}intersectsSprite(e){vi.center.set(0,0,0);let t=Gu.distanceTo(e.center);return vi.radius=.7071067811865476+t,vi.applyMatrix4(e.matrixWorld),this.intersectsSphere(vi)}intersectsSphere(e){let t=this.planes,n=e.center,s=-e.radius;for(let r=0;r<6;r++)if(t[r].distanceToPoint(n)<s)return!1;return!0}intersectsBox(e){let t=this.planes;for(let n=0;n<6;n++){let s=t[n];if(Lr.x=s.normal.x>0?e.max.x:e.min.x,Lr.y=s.normal.y>0?e.max.y:e.min.y,Lr.z=s.normal.z>0?e.max.z:e.min.z,s.distanceToPoint(Lr)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let n=0;n<6;n++)if(t[n].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},rc=new pt,ea=class i{constructor(){this.coordinateSystem=mn,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,n=this._frustums;for(let s=0;s<t.length;s++){let r=t[s];rc.multiplyMatrices(r.projectionMatrix,r.matrixWorldInverse),n[s]===void 0&&(n[s]=new bi),n[s].setFromProjectionMatrix(rc,r.coordinateSystem,r.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,n=e._frustums;for(let s=0;s<e._count;s++)t[s]===void 0&&(t[s]=new bi),t[s].copy(n[s]);return this._count=e._count,this}clone(){return new i().copy(this)}};var ta=class extends si{constructor(e){super(),this.isLineBasicMaterial=!0,this.type="LineBasicMaterial",this.color=new ct(16777215),this.map=null,this.linewidth=1,this.linecap="round",this.linejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.linewidth=e.linewidth,this.linecap=e.linecap,this.linejoin=e.linejoin,this.fog=e.fog,this}},na=new X,ia=new X,ac=new pt,bs=new Qi,Dr=new Mi,Ho=new X,oc=new X,sa=class extends un{constructor(e=new rn,t=new ta){super(),this.isLine=!0,this.type="Line",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[0];for(let s=1,r=t.count;s<r;s++)na.fromBufferAttribute(t,s-1),ia.fromBufferAttribute(t,s),n[s]=n[s-1],n[s]+=na.distanceTo(ia);e.setAttribute("lineDistance",new en(n,1))}else Ye("Line.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.matrixWorld,r=e.params.Line.threshold,a=n.drawRange;if(n.boundingSphere===null&&n.computeBoundingSphere(),Dr.copy(n.boundingSphere),Dr.applyMatrix4(s),Dr.radius+=r,e.ray.intersectsSphere(Dr)===!1)return;ac.copy(s).invert(),bs.copy(e.ray).applyMatrix4(ac);let o=r/((this.scale.x+this.scale.y+this.scale.z)/3),c=o*o,h=this.isLineSegments?2:1,d=n.index,f=n.attributes.position;if(d!==null){let g=Math.max(0,a.start),v=Math.min(d.count,a.start+a.count);for(let E=g,x=v-1;E<x;E+=h){let _=d.getX(E),R=d.getX(E+1),D=Nr(this,e,bs,c,_,R,E);D&&t.push(D)}if(this.isLineLoop){let E=d.getX(v-1),x=d.getX(g),_=Nr(this,e,bs,c,E,x,v-1);_&&t.push(_)}}else{let g=Math.max(0,a.start),v=Math.min(f.count,a.start+a.count);for(let E=g,x=v-1;E<x;E+=h){let _=Nr(this,e,bs,c,E,E+1,E);_&&t.push(_)}if(this.isLineLoop){let E=Nr(this,e,bs,c,v-1,g,v-1);E&&t.push(E)}}}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,a=s.length;r<a;r++){let o=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[o]=r}}}}};function Nr(i,e,t,n,s,r,a){let o=i.geometry.attributes.position;if(na.fromBufferAttribute(o,s),ia.fromBufferAttribute(o,r),t.distanceSqToSegment(na,ia,Ho,oc)>n)return;Ho.applyMatrix4(i.matrixWorld);let h=e.ray.origin.distanceTo(Ho);if(!(h<e.near||h>e.far))return{distance:h,point:oc.clone().applyMatrix4(i.matrixWorld),index:a,face:null,faceIndex:null,barycoord:null,object:i}}var lc=new X,cc=new X,Ps=class extends sa{constructor(e,t){super(e,t),this.isLineSegments=!0,this.type="LineSegments"}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[];for(let s=0,r=t.count;s<r;s+=2)lc.fromBufferAttribute(t,s),cc.fromBufferAttribute(t,s+1),n[s]=s===0?0:n[s-1],n[s+1]=n[s]+lc.distanceTo(cc);e.setAttribute("lineDistance",new en(n,1))}else Ye("LineSegments.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}};var Ls=class extends Ot{constructor(e=[],t=Ti,n,s,r,a,o,c,h,d){super(e,t,n,s,r,a,o,c,h,d),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}};var bn=class extends Ot{constructor(e,t,n=wn,s,r,a,o=Rt,c=Rt,h,d=qn,p=1){if(d!==qn&&d!==Yn)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let f={width:e,height:t,depth:p};super(f,s,r,a,o,c,d,n,h),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new Zi(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},Ds=class extends bn{constructor(e,t=wn,n=Ti,s,r,a=Rt,o=Rt,c,h=qn){let d={width:e,height:e,depth:1},p=[d,d,d,d,d,d];super(e,e,t,n,s,r,a,o,c,h),this.image=p,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},Ns=class extends Ot{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},ji=class i extends rn{constructor(e=1,t=1,n=1,s=1,r=1,a=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:n,widthSegments:s,heightSegments:r,depthSegments:a};let o=this;s=Math.floor(s),r=Math.floor(r),a=Math.floor(a);let c=[],h=[],d=[],p=[],f=0,g=0;v("z","y","x",-1,-1,n,t,e,a,r,0),v("z","y","x",1,-1,n,t,-e,a,r,1),v("x","z","y",1,1,e,n,t,s,a,2),v("x","z","y",1,-1,e,n,-t,s,a,3),v("x","y","z",1,-1,e,t,n,s,r,4),v("x","y","z",-1,-1,e,t,-n,s,r,5),this.setIndex(c),this.setAttribute("position",new en(h,3)),this.setAttribute("normal",new en(d,3)),this.setAttribute("uv",new en(p,2));function v(E,x,_,R,D,I,N,P,y,b,H){let F=I/y,O=N/b,Y=I/2,Q=N/2,L=P/2,J=y+1,Z=b+1,$=0,me=0,K=new X;for(let le=0;le<Z;le++){let ue=le*O-Q;for(let Ee=0;Ee<J;Ee++){let Fe=Ee*F-Y;K[E]=Fe*R,K[x]=ue*D,K[_]=L,h.push(K.x,K.y,K.z),K[E]=0,K[x]=0,K[_]=P>0?1:-1,d.push(K.x,K.y,K.z),p.push(Ee/y),p.push(1-le/b),$+=1}}for(let le=0;le<b;le++)for(let ue=0;ue<y;ue++){let Ee=f+ue+J*le,Fe=f+ue+J*(le+1),se=f+(ue+1)+J*(le+1),ye=f+(ue+1)+J*le;c.push(Ee,Fe,ye),c.push(Fe,se,ye),me+=6}o.addGroup(g,me,H),g+=me,f+=$}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}};var Us=class i extends rn{constructor(e=1,t=1,n=1,s=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:n,heightSegments:s};let r=e/2,a=t/2,o=Math.floor(n),c=Math.floor(s),h=o+1,d=c+1,p=e/o,f=t/c,g=[],v=[],E=[],x=[];for(let _=0;_<d;_++){let R=_*f-a;for(let D=0;D<h;D++){let I=D*p-r;v.push(I,-R,0),E.push(0,0,1),x.push(D/o),x.push(1-_/c)}}for(let _=0;_<c;_++)for(let R=0;R<o;R++){let D=R+h*_,I=R+h*(_+1),N=R+1+h*(_+1),P=R+1+h*_;g.push(D,I,P),g.push(I,N,P)}this.setIndex(g),this.setAttribute("position",new en(v,3)),this.setAttribute("normal",new en(E,3)),this.setAttribute("uv",new en(x,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.widthSegments,e.heightSegments)}};var Fs=class extends rn{constructor(e=null){if(super(),this.type="WireframeGeometry",this.parameters={geometry:e},e!==null){let t=[],n=new Set,s=new X,r=new X;if(e.index!==null){let a=e.attributes.position,o=e.index,c=e.groups;c.length===0&&(c=[{start:0,count:o.count,materialIndex:0}]);for(let h=0,d=c.length;h<d;++h){let p=c[h],f=p.start,g=p.count;for(let v=f,E=f+g;v<E;v+=3)for(let x=0;x<3;x++){let _=o.getX(v+x),R=o.getX(v+(x+1)%3);s.fromBufferAttribute(a,_),r.fromBufferAttribute(a,R),hc(s,r,n)===!0&&(t.push(s.x,s.y,s.z),t.push(r.x,r.y,r.z))}}}else{let a=e.attributes.position;for(let o=0,c=a.count/3;o<c;o++)for(let h=0;h<3;h++){let d=3*o+h,p=3*o+(h+1)%3;s.fromBufferAttribute(a,d),r.fromBufferAttribute(a,p),hc(s,r,n)===!0&&(t.push(s.x,s.y,s.z),t.push(r.x,r.y,r.z))}}this.setAttribute("position",new en(t,3))}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}};function hc(i,e,t){let n=`${i.x},${i.y},${i.z}-${e.x},${e.y},${e.z}`,s=`${e.x},${e.y},${e.z}-${i.x},${i.y},${i.z}`;return t.has(n)===!0||t.has(s)===!0?!1:(t.add(n),t.add(s),!0)}function Ri(i){let e={};for(let t in i){e[t]={};for(let n in i[t]){let s=i[t][n];if(uc(s))s.isRenderTargetTexture?(Ye("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][n]=null):e[t][n]=s.clone();else if(Array.isArray(s))if(uc(s[0])){let r=[];for(let a=0,o=s.length;a<o;a++)r[a]=s[a].clone();e[t][n]=r}else e[t][n]=s.slice();else e[t][n]=s}}return e}function Qt(i){let e={};for(let t=0;t<i.length;t++){let n=Ri(i[t]);for(let s in n)e[s]=n[s]}return e}function uc(i){return i&&(i.isColor||i.isMatrix3||i.isMatrix4||i.isVector2||i.isVector3||i.isVector4||i.isTexture||i.isQuaternion)}function Vu(i){let e=[];for(let t=0;t<i.length;t++)e.push(i[t].clone());return e}function wl(i){let e=i.getRenderTarget();return e===null?i.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:ot.workingColorSpace}var sh={clone:Ri,merge:Qt},Wu=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,Xu=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,Dn=class extends si{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=Wu,this.fragmentShader=Xu,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=Ri(e.uniforms),this.uniformsGroups=Vu(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let s in this.uniforms){let a=this.uniforms[s].value;a&&a.isTexture?t.uniforms[s]={type:"t",value:a.toJSON(e).uuid}:a&&a.isColor?t.uniforms[s]={type:"c",value:a.getHex()}:a&&a.isVector2?t.uniforms[s]={type:"v2",value:a.toArray()}:a&&a.isVector3?t.uniforms[s]={type:"v3",value:a.toArray()}:a&&a.isVector4?t.uniforms[s]={type:"v4",value:a.toArray()}:a&&a.isMatrix3?t.uniforms[s]={type:"m3",value:a.toArray()}:a&&a.isMatrix4?t.uniforms[s]={type:"m4",value:a.toArray()}:t.uniforms[s]={value:a}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let n={};for(let s in this.extensions)this.extensions[s]===!0&&(n[s]=!0);return Object.keys(n).length>0&&(t.extensions=n),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let n in e.uniforms){let s=e.uniforms[n];switch(this.uniforms[n]={},s.type){case"t":this.uniforms[n].value=t[s.value]||null;break;case"c":this.uniforms[n].value=new ct().setHex(s.value);break;case"v2":this.uniforms[n].value=new ut().fromArray(s.value);break;case"v3":this.uniforms[n].value=new X().fromArray(s.value);break;case"v4":this.uniforms[n].value=new bt().fromArray(s.value);break;case"m3":this.uniforms[n].value=new je().fromArray(s.value);break;case"m4":this.uniforms[n].value=new pt().fromArray(s.value);break;default:this.uniforms[n].value=s.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let n in e.extensions)this.extensions[n]=e.extensions[n];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},es=class extends Dn{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var ra=class extends si{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=Vc,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},aa=class extends si{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function Hi(i,e){return!i||i.constructor===e?i:typeof e.BYTES_PER_ELEMENT=="number"?new e(i):Array.prototype.slice.call(i)}function Ur(i){return i!==void 0&&i.inTangents!==void 0&&i.outTangents!==void 0}var ai=class{constructor(e,t,n,s){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=s!==void 0?s:new t.constructor(n),this.sampleValues=t,this.valueSize=n,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,n=this._cachedIndex,s=t[n],r=t[n-1];n:{e:{let a;t:{i:if(!(e<s)){for(let o=n+2;;){if(s===void 0){if(e<r)break i;return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}if(n===o)break;if(r=s,s=t[++n],e<s)break e}a=t.length;break t}if(!(e>=r)){let o=t[1];e<o&&(n=2,r=o);for(let c=n-2;;){if(r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(n===c)break;if(s=r,r=t[--n-1],e>=r)break e}a=n,n=0;break t}break n}for(;n<a;){let o=n+a>>>1;e<t[o]?a=o:n=o+1}if(s=t[n],r=t[n-1],r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(s===void 0)return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}this._cachedIndex=n,this.intervalChanged_(n,r,s)}return this.interpolate_(n,r,e,s)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,n=this.sampleValues,s=this.valueSize,r=e*s;for(let a=0;a!==s;++a)t[a]=n[r+a];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},oa=class extends ai{constructor(e,t,n,s){super(e,t,n,s),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:Vo,endingEnd:Vo}}intervalChanged_(e,t,n){let s=this.parameterPositions,r=e-2,a=e+1,o=s[r],c=s[a];if(o===void 0)switch(this.getSettings_().endingStart){case Wo:r=e,o=2*t-n;break;case Xo:r=s.length-2,o=t+s[r]-s[r+1];break;default:r=e,o=n}if(c===void 0)switch(this.getSettings_().endingEnd){case Wo:a=e,c=2*n-t;break;case Xo:a=1,c=n+s[1]-s[0];break;default:a=e-1,c=t}let h=(n-t)*.5,d=this.valueSize;this._weightPrev=h/(t-o),this._weightNext=h/(c-n),this._offsetPrev=r*d,this._offsetNext=a*d}interpolate_(e,t,n,s){let r=this.resultBuffer,a=this.sampleValues,o=this.valueSize,c=e*o,h=c-o,d=this._offsetPrev,p=this._offsetNext,f=this._weightPrev,g=this._weightNext,v=(n-t)/(s-t),E=v*v,x=E*v,_=-f*x+2*f*E-f*v,R=(1+f)*x+(-1.5-2*f)*E+(-.5+f)*v+1,D=(-1-g)*x+(1.5+g)*E+.5*v,I=g*x-g*E;for(let N=0;N!==o;++N)r[N]=_*a[d+N]+R*a[h+N]+D*a[c+N]+I*a[p+N];return r}},la=class extends ai{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,a=this.sampleValues,o=this.valueSize,c=e*o,h=c-o,d=(n-t)/(s-t),p=1-d;for(let f=0;f!==o;++f)r[f]=a[h+f]*p+a[c+f]*d;return r}},ca=class extends ai{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e){return this.copySampleValue_(e-1)}},ha=class extends ai{interpolate_(e,t,n,s){let r=this.resultBuffer,a=this.sampleValues,o=this.valueSize,c=e*o,h=c-o,d=this.inTangents,p=this.outTangents;if(!d||!p){let v=(n-t)/(s-t),E=1-v;for(let x=0;x!==o;++x)r[x]=a[h+x]*E+a[c+x]*v;return r}let f=o*2,g=e-1;for(let v=0;v!==o;++v){let E=a[h+v],x=a[c+v],_=g*f+v*2,R=p[_],D=p[_+1],I=e*f+v*2,N=d[I],P=d[I+1],y=Yu(n,t,R,N,s);r[v]=rh(y,E,D,P,x)}return r}};function rh(i,e,t,n,s){let r=1-i;return r*r*r*e+3*r*r*i*t+3*r*i*i*n+i*i*i*s}function qu(i,e,t,n,s){let r=1-i;return 3*r*r*(t-e)+6*r*i*(n-t)+3*i*i*(s-n)}function Yu(i,e,t,n,s){let r=(i-e)/(s-e);for(let a=0;a<8;a++){let o=rh(r,e,t,n,s)-i;if(Math.abs(o)<1e-10)break;let c=qu(r,e,t,n,s);if(Math.abs(c)<1e-10)break;r=Math.max(0,Math.min(1,r-o/c))}return r}var fn=class{constructor(e,t,n,s){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=Hi(t,this.TimeBufferType),this.values=Hi(n,this.ValueBufferType),this.setInterpolation(s||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,n;if(t.toJSON!==this.toJSON)n=t.toJSON(e);else{n={name:e.name,times:Hi(e.times,Array),values:Hi(e.values,Array)};let s=e.getInterpolation();s!==e.DefaultInterpolation&&(n.interpolation=s),Ur(e.settings)&&(n.settings={inTangents:Hi(e.settings.inTangents,Array),outTangents:Hi(e.settings.outTangents,Array)})}return n.type=e.ValueTypeName,n}InterpolantFactoryMethodDiscrete(e){return new ca(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new la(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new oa(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new ha(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case Es:t=this.InterpolantFactoryMethodDiscrete;break;case Zr:t=this.InterpolantFactoryMethodLinear;break;case Br:t=this.InterpolantFactoryMethodSmooth;break;case Go:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let n="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(n);return Ye("KeyframeTrack:",n),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return Es;case this.InterpolantFactoryMethodLinear:return Zr;case this.InterpolantFactoryMethodSmooth:return Br;case this.InterpolantFactoryMethodBezier:return Go}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]+=e;Ur(this.settings)&&(fc(this.settings.inTangents,e),fc(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]*=e;Ur(this.settings)&&(dc(this.settings.inTangents,e),dc(this.settings.outTangents,e))}return this}trim(e,t){let n=this.times,s=n.length,r=0,a=s-1;for(;r!==s&&n[r]<e;)++r;for(;a!==-1&&n[a]>t;)--a;if(++a,r!==0||a!==s){r>=a&&(a=Math.max(a,1),r=a-1);let o=this.getValueSize();this.times=n.slice(r,a),this.values=this.values.slice(r*o,a*o)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(Qe("KeyframeTrack: Invalid value size in track.",this),e=!1);let n=this.times,s=this.values,r=n.length;r===0&&(Qe("KeyframeTrack: Track is empty.",this),e=!1);let a=null;for(let o=0;o!==r;o++){let c=n[o];if(typeof c=="number"&&isNaN(c)){Qe("KeyframeTrack: Time is not a valid number.",this,o,c),e=!1;break}if(a!==null&&a>c){Qe("KeyframeTrack: Out of order keys.",this,o,c,a),e=!1;break}a=c}if(s!==void 0&&xu(s))for(let o=0,c=s.length;o!==c;++o){let h=s[o];if(isNaN(h)){Qe("KeyframeTrack: Value is not a valid number.",this,o,h),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),n=this.getValueSize(),s=this.getInterpolation()===Br,r=e.length-1,a=1;for(let o=1;o<r;++o){let c=!1,h=e[o],d=e[o+1];if(h!==d&&(o!==1||h!==e[0]))if(s)c=!0;else{let p=o*n,f=p-n,g=p+n;for(let v=0;v!==n;++v){let E=t[p+v];if(E!==t[f+v]||E!==t[g+v]){c=!0;break}}}if(c){if(o!==a){e[a]=e[o];let p=o*n,f=a*n;for(let g=0;g!==n;++g)t[f+g]=t[p+g]}++a}}if(r>0){e[a]=e[r];for(let o=r*n,c=a*n,h=0;h!==n;++h)t[c+h]=t[o+h];++a}return a!==e.length?(this.times=e.slice(0,a),this.values=t.slice(0,a*n)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),n=this.constructor,s=new n(this.name,e,t);return s.createInterpolant=this.createInterpolant,Ur(this.settings)&&(s.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),s}};function fc(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]+=e}function dc(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]*=e}fn.prototype.ValueTypeName="";fn.prototype.TimeBufferType=Float32Array;fn.prototype.ValueBufferType=Float32Array;fn.prototype.DefaultInterpolation=Zr;var oi=class extends fn{constructor(e,t,n){super(e,t,n)}};oi.prototype.ValueTypeName="bool";oi.prototype.ValueBufferType=Array;oi.prototype.DefaultInterpolation=Es;oi.prototype.InterpolantFactoryMethodLinear=void 0;oi.prototype.InterpolantFactoryMethodSmooth=void 0;var ua=class extends fn{constructor(e,t,n,s){super(e,t,n,s)}};ua.prototype.ValueTypeName="color";var fa=class extends fn{constructor(e,t,n,s){super(e,t,n,s)}};fa.prototype.ValueTypeName="number";var da=class extends ai{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,a=this.sampleValues,o=this.valueSize,c=(n-t)/(s-t),h=e*o;for(let d=h+o;h!==d;h+=4)Ft.slerpFlat(r,0,a,h-o,a,h,c);return r}},Os=class extends fn{constructor(e,t,n,s){super(e,t,n,s)}InterpolantFactoryMethodLinear(e){return new da(this.times,this.values,this.getValueSize(),e)}};Os.prototype.ValueTypeName="quaternion";Os.prototype.InterpolantFactoryMethodSmooth=void 0;var li=class extends fn{constructor(e,t,n){super(e,t,n)}};li.prototype.ValueTypeName="string";li.prototype.ValueBufferType=Array;li.prototype.DefaultInterpolation=Es;li.prototype.InterpolantFactoryMethodLinear=void 0;li.prototype.InterpolantFactoryMethodSmooth=void 0;var pa=class extends fn{constructor(e,t,n,s){super(e,t,n,s)}};pa.prototype.ValueTypeName="vector";var qo={enabled:!1,files:{},add:function(i,e){this.enabled!==!1&&(pc(i)||(this.files[i]=e))},get:function(i){if(this.enabled!==!1&&!pc(i))return this.files[i]},remove:function(i){delete this.files[i]},clear:function(){this.files={}}};function pc(i){try{let e=i.slice(i.indexOf(":")+1);return new URL(e).protocol==="blob:"}catch{return!1}}var ma=class{constructor(e,t,n){let s=this,r=!1,a=0,o=0,c,h=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=n,this._abortController=null,this.itemStart=function(d){o++,r===!1&&s.onStart!==void 0&&s.onStart(d,a,o),r=!0},this.itemEnd=function(d){a++,s.onProgress!==void 0&&s.onProgress(d,a,o),a===o&&(r=!1,s.onLoad!==void 0&&s.onLoad())},this.itemError=function(d){s.onError!==void 0&&s.onError(d)},this.resolveURL=function(d){return d=d.normalize("NFC"),c?c(d):d},this.setURLModifier=function(d){return c=d,this},this.addHandler=function(d,p){return h.push(d,p),this},this.removeHandler=function(d){let p=h.indexOf(d);return p!==-1&&h.splice(p,2),this},this.getHandler=function(d){for(let p=0,f=h.length;p<f;p+=2){let g=h[p],v=h[p+1];if(g.global&&(g.lastIndex=0),g.test(d))return v}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},ah=new ma,ts=class{constructor(e){this.manager=e!==void 0?e:ah,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let n=this;return new Promise(function(s,r){n.load(e,s,t,r)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};ts.DEFAULT_MATERIAL_NAME="__DEFAULT";var Vn={},Yo=class extends Error{constructor(e,t){super(e),this.response=t}},ga=class extends ts{constructor(e){super(e),this.mimeType="",this.responseType="",this._abortController=new AbortController}load(e,t,n,s){e===void 0&&(e=""),this.path!==void 0&&(e=this.path+e),e=this.manager.resolveURL(e);let r=qo.get(`file:${e}`);if(r!==void 0){this.manager.itemStart(e),setTimeout(()=>{t&&t(r),this.manager.itemEnd(e)},0);return}if(Vn[e]!==void 0){Vn[e].push({onLoad:t,onProgress:n,onError:s});return}Vn[e]=[],Vn[e].push({onLoad:t,onProgress:n,onError:s});let a=new Request(e,{headers:new Headers(this.requestHeader),credentials:this.withCredentials?"include":"same-origin",priority:this.priority,cache:this.cache,signal:typeof AbortSignal.any=="function"?AbortSignal.any([this._abortController.signal,this.manager.abortController.signal]):this._abortController.signal}),o=this.mimeType,c=this.responseType;fetch(a).then(h=>{if(h.status===200||h.status===0){if(h.status===0&&Ye("FileLoader: HTTP Status 0 received."),typeof ReadableStream>"u"||h.body===void 0||h.body.getReader===void 0)return h;let d=Vn[e],p=h.body.getReader(),f=h.headers.get("X-File-Size")||h.headers.get("Content-Length"),g=f?parseInt(f):0,v=g!==0,E=0,x=new ReadableStream({start(_){R();function R(){p.read().then(({done:D,value:I})=>{if(D)_.close();else{E+=I.byteLength;let N=new ProgressEvent("progress",{lengthComputable:v,loaded:E,total:g});for(let P=0,y=d.length;P<y;P++){let b=d[P];b.onProgress&&b.onProgress(N)}_.enqueue(I),R()}},D=>{_.error(D)})}}});return new Response(x)}else throw new Yo(`fetch for "${h.url}" responded with ${h.status}: ${h.statusText}`,h)}).then(h=>{switch(c){case"arraybuffer":return h.arrayBuffer();case"blob":return h.blob();case"document":return h.text().then(d=>new DOMParser().parseFromString(d,o));case"json":return h.json();default:if(o==="")return h.text();{let p=/charset="?([^;"\s]*)"?/i.exec(o),f=p&&p[1]?p[1].toLowerCase():void 0,g=new TextDecoder(f);return h.arrayBuffer().then(v=>g.decode(v))}}}).then(h=>{qo.add(`file:${e}`,h);let d=Vn[e];delete Vn[e];for(let p=0,f=d.length;p<f;p++){let g=d[p];g.onLoad&&g.onLoad(h)}}).catch(h=>{let d=Vn[e];if(d===void 0)throw this.manager.itemError(e),h;delete Vn[e];for(let p=0,f=d.length;p<f;p++){let g=d[p];g.onError&&g.onError(h)}this.manager.itemError(e)}).finally(()=>{this.manager.itemEnd(e)}),this.manager.itemStart(e)}setResponseType(e){return this.responseType=e,this}setMimeType(e){return this.mimeType=e,this}abort(){return this._abortController.abort(),this._abortController=new AbortController,this}};var wi=class extends ts{constructor(e){super(e)}load(e,t,n,s){let r=this,a=new ri,o=new ga(this.manager);return o.setPriority(this.priority),o.setCache(this.cache),o.setResponseType("arraybuffer"),o.setRequestHeader(this.requestHeader),o.setPath(this.path),o.setWithCredentials(r.withCredentials),o.load(e,function(c){let h;try{h=r.parse(c)}catch(d){s!==void 0?s(d):Qe(d);return}r._applyTexData(a,h),t&&t(a,h)},n,s),a}createDataTexture(e){let t=new ri;return this._applyTexData(t,this.parse(e)),t}_applyTexData(e,t){t.image!==void 0?e.image=t.image:t.data!==void 0&&(e.image.width=t.width,e.image.height=t.height,e.image.data=t.data),e.wrapS=t.wrapS!==void 0?t.wrapS:qt,e.wrapT=t.wrapT!==void 0?t.wrapT:qt,e.magFilter=t.magFilter!==void 0?t.magFilter:St,e.minFilter=t.minFilter!==void 0?t.minFilter:St,e.anisotropy=t.anisotropy!==void 0?t.anisotropy:1,t.colorSpace!==void 0&&(e.colorSpace=t.colorSpace),t.flipY!==void 0&&(e.flipY=t.flipY),t.format!==void 0&&(e.format=t.format),t.type!==void 0&&(e.type=t.type),t.mipmaps!==void 0&&(e.mipmaps=t.mipmaps,e.minFilter=_n),t.mipmapCount===1&&(e.minFilter=St),t.generateMipmaps!==void 0&&(e.generateMipmaps=t.generateMipmaps),e.needsUpdate=!0}};var Fr=new X,Or=new Ft,Pn=new X,Bs=class extends un{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new pt,this.projectionMatrix=new pt,this.projectionMatrixInverse=new pt,this.coordinateSystem=mn,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(Fr,Or,Pn),Pn.x===1&&Pn.y===1&&Pn.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Fr,Or,Pn.set(1,1,1)).invert()}updateWorldMatrix(e,t,n=!1){super.updateWorldMatrix(e,t,n),this.matrixWorld.decompose(Fr,Or,Pn),Pn.x===1&&Pn.y===1&&Pn.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Fr,Or,Pn.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},ei=new X,mc=new ut,gc=new ut,Wt=class extends Bs{constructor(e=50,t=1,n=.1,s=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=n,this.far=s,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=$r*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(yo*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return $r*2*Math.atan(Math.tan(yo*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,n){ei.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(ei.x,ei.y).multiplyScalar(-e/ei.z),ei.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(ei.x,ei.y).multiplyScalar(-e/ei.z)}getViewSize(e,t){return this.getViewBounds(e,mc,gc),t.subVectors(gc,mc)}setViewOffset(e,t,n,s,r,a){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=a,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(yo*.5*this.fov)/this.zoom,n=2*t,s=this.aspect*n,r=-.5*s,a=this.view;if(this.view!==null&&this.view.enabled){let c=a.fullWidth,h=a.fullHeight;r+=a.offsetX*s/c,t-=a.offsetY*n/h,s*=a.width/c,n*=a.height/h}let o=this.filmOffset;o!==0&&(r+=e*o/this.getFilmWidth()),this.projectionMatrix.makePerspective(r,r+s,t,t-n,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var _a=class extends Bs{constructor(e=-1,t=1,n=1,s=-1,r=.1,a=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=n,this.bottom=s,this.near=r,this.far=a,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,n,s,r,a){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=a,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),n=(this.right+this.left)/2,s=(this.top+this.bottom)/2,r=n-e,a=n+e,o=s+t,c=s-t;if(this.view!==null&&this.view.enabled){let h=(this.right-this.left)/this.view.fullWidth/this.zoom,d=(this.top-this.bottom)/this.view.fullHeight/this.zoom;r+=h*this.view.offsetX,a=r+h*this.view.width,o-=d*this.view.offsetY,c=o-d*this.view.height}this.projectionMatrix.makeOrthographic(r,a,o,c,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}};var Gi=-90,Vi=1,ns=class extends un{constructor(e,t,n){super(),this.type="CubeCamera",this.renderTarget=n,this.coordinateSystem=null,this.activeMipmapLevel=0;let s=new Wt(Gi,Vi,e,t);s.layers=this.layers,this.add(s);let r=new Wt(Gi,Vi,e,t);r.layers=this.layers,this.add(r);let a=new Wt(Gi,Vi,e,t);a.layers=this.layers,this.add(a);let o=new Wt(Gi,Vi,e,t);o.layers=this.layers,this.add(o);let c=new Wt(Gi,Vi,e,t);c.layers=this.layers,this.add(c);let h=new Wt(Gi,Vi,e,t);h.layers=this.layers,this.add(h)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[n,s,r,a,o,c]=t;for(let h of t)this.remove(h);if(e===mn)n.up.set(0,1,0),n.lookAt(1,0,0),s.up.set(0,1,0),s.lookAt(-1,0,0),r.up.set(0,0,-1),r.lookAt(0,1,0),a.up.set(0,0,1),a.lookAt(0,-1,0),o.up.set(0,1,0),o.lookAt(0,0,1),c.up.set(0,1,0),c.lookAt(0,0,-1);else if(e===As)n.up.set(0,-1,0),n.lookAt(-1,0,0),s.up.set(0,-1,0),s.lookAt(1,0,0),r.up.set(0,0,1),r.lookAt(0,1,0),a.up.set(0,0,-1),a.lookAt(0,-1,0),o.up.set(0,-1,0),o.lookAt(0,0,1),c.up.set(0,-1,0),c.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let h of t)this.add(h),h.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:n,activeMipmapLevel:s}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[r,a,o,c,h,d]=this.children,p=e.getRenderTarget(),f=e.getActiveCubeFace(),g=e.getActiveMipmapLevel(),v=e.xr.enabled;e.xr.enabled=!1;let E=n.texture.mipmapsAutoUpdate;n.texture.mipmapsAutoUpdate=!1;let x=!1;e.isWebGLRenderer===!0?x=e.state.buffers.depth.getReversed():x=e.reversedDepthBuffer,e.setRenderTarget(n,0,s),x&&e.autoClear===!1&&e.clearDepth(),e.render(t,r),e.setRenderTarget(n,1,s),x&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(n,2,s),x&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(n,3,s),x&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),e.setRenderTarget(n,4,s),x&&e.autoClear===!1&&e.clearDepth(),e.render(t,h),n.texture.mipmapsAutoUpdate=E,e.setRenderTarget(n,5,s),x&&e.autoClear===!1&&e.clearDepth(),e.render(t,d),e.setRenderTarget(p,f,g),e.xr.enabled=v,n.texture.needsPMREMUpdate=!0}},xa=class extends Wt{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var El="\\[\\]\\.:\\/",Zu=new RegExp("["+El+"]","g"),Tl="[^"+El+"]",$u="[^"+El.replace("\\.","")+"]",Ju=/((?:WC+[\/:])*)/.source.replace("WC",Tl),Ku=/(WCOD+)?/.source.replace("WCOD",$u),Qu=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",Tl),ju=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",Tl),ef=new RegExp("^"+Ju+Ku+Qu+ju+"$"),tf=["material","materials","bones","map"],Zo=class{constructor(e,t,n){let s=n||At.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,s)}getValue(e,t){this.bind();let n=this._targetGroup.nCachedObjects_,s=this._bindings[n];s!==void 0&&s.getValue(e,t)}setValue(e,t){let n=this._bindings;for(let s=this._targetGroup.nCachedObjects_,r=n.length;s!==r;++s)n[s].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].unbind()}},At=class i{constructor(e,t,n){this.path=t,this.parsedPath=n||i.parseTrackName(t),this.node=i.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,n){return e&&e.isAnimationObjectGroup?new i.Composite(e,t,n):new i(e,t,n)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(Zu,"")}static parseTrackName(e){let t=ef.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let n={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},s=n.nodeName&&n.nodeName.lastIndexOf(".");if(s!==void 0&&s!==-1){let r=n.nodeName.substring(s+1);tf.indexOf(r)!==-1&&(n.nodeName=n.nodeName.substring(0,s),n.objectName=r)}if(n.propertyName===null||n.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return n}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let n=e.skeleton.getBoneByName(t);if(n!==void 0)return n}if(e.children){let n=function(r){for(let a=0;a<r.length;a++){let o=r[a];if(o.name===t||o.uuid===t)return o;let c=n(o.children);if(c)return c}return null},s=n(e.children);if(s)return s}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)e[t++]=n[s]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,n=t.objectName,s=t.propertyName,r=t.propertyIndex;if(e||(e=i.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){Ye("PropertyBinding: No target node found for track: "+this.path+".");return}if(n){let h=t.objectIndex;switch(n){case"materials":if(!e.material){Qe("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){Qe("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){Qe("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let d=0;d<e.length;d++)if(e[d].name===h){h=d;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){Qe("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){Qe("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[n]===void 0){Qe("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[n]}if(h!==void 0){if(e[h]===void 0){Qe("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[h]}}let a=e[s];if(a===void 0){let h=t.nodeName;Qe("PropertyBinding: Trying to update property for track: "+h+"."+s+" but it wasn't found.",e);return}let o=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?o=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(o=this.Versioning.MatrixWorldNeedsUpdate);let c=this.BindingType.Direct;if(r!==void 0){if(s==="morphTargetInfluences"){if(!e.geometry){Qe("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){Qe("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[r]!==void 0&&(r=e.morphTargetDictionary[r])}c=this.BindingType.ArrayElement,this.resolvedProperty=a,this.propertyIndex=r}else a.fromArray!==void 0&&a.toArray!==void 0?(c=this.BindingType.HasFromToArray,this.resolvedProperty=a):Array.isArray(a)?(c=this.BindingType.EntireArray,this.resolvedProperty=a):this.propertyName=s;this.getValue=this.GetterByBindingType[c],this.setValue=this.SetterByBindingTypeAndVersioning[c][o]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};At.Composite=Zo;At.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};At.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};At.prototype.GetterByBindingType=[At.prototype._getValue_direct,At.prototype._getValue_array,At.prototype._getValue_arrayElement,At.prototype._getValue_toArray];At.prototype.SetterByBindingTypeAndVersioning=[[At.prototype._setValue_direct,At.prototype._setValue_direct_setNeedsUpdate,At.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[At.prototype._setValue_array,At.prototype._setValue_array_setNeedsUpdate,At.prototype._setValue_array_setMatrixWorldNeedsUpdate],[At.prototype._setValue_arrayElement,At.prototype._setValue_arrayElement_setNeedsUpdate,At.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[At.prototype._setValue_fromArray,At.prototype._setValue_fromArray_setNeedsUpdate,At.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var g0=new Float32Array(1);var _c=new pt,zs=class{constructor(e,t,n=0,s=1/0){this.ray=new Qi(e,t),this.near=n,this.far=s,this.camera=null,this.layers=new $i,this.params={Mesh:{},Line:{threshold:1},LOD:{},Points:{threshold:1},Sprite:{}}}set(e,t){this.ray.set(e,t)}setFromCamera(e,t){t.isPerspectiveCamera?(this.ray.origin.setFromMatrixPosition(t.matrixWorld),this.ray.direction.set(e.x,e.y,.5).unproject(t).sub(this.ray.origin).normalize(),this.camera=t):t.isOrthographicCamera?(this.ray.origin.set(e.x,e.y,t.projectionMatrix.elements[14]).unproject(t),this.ray.direction.set(0,0,-1).transformDirection(t.matrixWorld),this.camera=t):Qe("Raycaster: Unsupported camera type: "+t.type)}setFromXRController(e){return _c.identity().extractRotation(e.matrixWorld),this.ray.origin.setFromMatrixPosition(e.matrixWorld),this.ray.direction.set(0,0,-1).applyMatrix4(_c),this}intersectObject(e,t=!0,n=[]){return $o(e,this,n,t),n.sort(xc),n}intersectObjects(e,t=!0,n=[]){for(let s=0,r=e.length;s<r;s++)$o(e[s],this,n,t);return n.sort(xc),n}};function xc(i,e){return i.distance-e.distance}function $o(i,e,t,n){let s=!0;if(i.layers.test(e.layers)&&i.raycast(e,t)===!1&&(s=!1),s===!0&&n===!0){let r=i.children;for(let a=0,o=r.length;a<o;a++)$o(r[a],e,t,!0)}}var Jo=class{static{this.prototype.isMatrix2=!0}constructor(e,t,n,s){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,n,s)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let n=0;n<4;n++)this.elements[n]=e[n+t];return this}set(e,t,n,s){let r=this.elements;return r[0]=e,r[2]=t,r[1]=n,r[3]=s,this}};function Al(i,e,t,n){let s=nf(n);switch(t){case gl:return i*e;case ui:return i*e/s.components*s.byteLength;case Ea:return i*e/s.components*s.byteLength;case ln:return i*e*2/s.components*s.byteLength;case Ta:return i*e*2/s.components*s.byteLength;case _l:return i*e*3/s.components*s.byteLength;case Ct:return i*e*4/s.components*s.byteLength;case Aa:return i*e*4/s.components*s.byteLength;case Gs:case Vs:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case Ws:case Xs:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Ca:case Pa:return Math.max(i,16)*Math.max(e,8)/4;case Ra:case Ia:return Math.max(i,8)*Math.max(e,8)/2;case La:case Da:case Ua:case Fa:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case Na:case qs:case Oa:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Ba:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case za:return Math.floor((i+4)/5)*Math.floor((e+3)/4)*16;case ka:return Math.floor((i+4)/5)*Math.floor((e+4)/5)*16;case Ha:return Math.floor((i+5)/6)*Math.floor((e+4)/5)*16;case Ga:return Math.floor((i+5)/6)*Math.floor((e+5)/6)*16;case Va:return Math.floor((i+7)/8)*Math.floor((e+4)/5)*16;case Wa:return Math.floor((i+7)/8)*Math.floor((e+5)/6)*16;case Xa:return Math.floor((i+7)/8)*Math.floor((e+7)/8)*16;case qa:return Math.floor((i+9)/10)*Math.floor((e+4)/5)*16;case Ya:return Math.floor((i+9)/10)*Math.floor((e+5)/6)*16;case Za:return Math.floor((i+9)/10)*Math.floor((e+7)/8)*16;case $a:return Math.floor((i+9)/10)*Math.floor((e+9)/10)*16;case Ja:return Math.floor((i+11)/12)*Math.floor((e+9)/10)*16;case Ka:return Math.floor((i+11)/12)*Math.floor((e+11)/12)*16;case Qa:case ja:case eo:return Math.ceil(i/4)*Math.ceil(e/4)*16;case to:case no:return Math.ceil(i/4)*Math.ceil(e/4)*8;case Ys:case io:return Math.ceil(i/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function nf(i){switch(i){case dn:case fl:return{byteLength:1,components:1};case rs:case dl:case wt:return{byteLength:2,components:1};case ba:case wa:return{byteLength:2,components:4};case wn:case Ma:case Nt:return{byteLength:4,components:1};case pl:case ml:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${i}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Ye("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function Rh(){let i=null,e=!1,t=null,n=null;function s(r,a){n=i.requestAnimationFrame(s),t(r,a)}return{start:function(){e!==!0&&t!==null&&i!==null&&(n=i.requestAnimationFrame(s),e=!0)},stop:function(){i!==null&&i.cancelAnimationFrame(n),e=!1},setAnimationLoop:function(r){t=r},setContext:function(r){i=r}}}function rf(i){let e=new WeakMap;function t(o,c){let h=o.array,d=o.usage,p=h.byteLength,f=i.createBuffer();i.bindBuffer(c,f),i.bufferData(c,h,d),o.onUploadCallback();let g;if(h instanceof Float32Array)g=i.FLOAT;else if(typeof Float16Array<"u"&&h instanceof Float16Array)g=i.HALF_FLOAT;else if(h instanceof Uint16Array)o.isFloat16BufferAttribute?g=i.HALF_FLOAT:g=i.UNSIGNED_SHORT;else if(h instanceof Int16Array)g=i.SHORT;else if(h instanceof Uint32Array)g=i.UNSIGNED_INT;else if(h instanceof Int32Array)g=i.INT;else if(h instanceof Int8Array)g=i.BYTE;else if(h instanceof Uint8Array)g=i.UNSIGNED_BYTE;else if(h instanceof Uint8ClampedArray)g=i.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+h);return{buffer:f,type:g,bytesPerElement:h.BYTES_PER_ELEMENT,version:o.version,size:p}}function n(o,c,h){let d=c.array,p=c.updateRanges;if(i.bindBuffer(h,o),p.length===0)i.bufferSubData(h,0,d);else{p.sort((g,v)=>g.start-v.start);let f=0;for(let g=1;g<p.length;g++){let v=p[f],E=p[g];E.start<=v.start+v.count+1?v.count=Math.max(v.count,E.start+E.count-v.start):(++f,p[f]=E)}p.length=f+1;for(let g=0,v=p.length;g<v;g++){let E=p[g];i.bufferSubData(h,E.start*d.BYTES_PER_ELEMENT,d,E.start,E.count)}c.clearUpdateRanges()}c.onUploadCallback()}function s(o){return o.isInterleavedBufferAttribute&&(o=o.data),e.get(o)}function r(o){o.isInterleavedBufferAttribute&&(o=o.data);let c=e.get(o);c&&(i.deleteBuffer(c.buffer),e.delete(o))}function a(o,c){if(o.isInterleavedBufferAttribute&&(o=o.data),o.isGLBufferAttribute){let d=e.get(o);(!d||d.version<o.version)&&e.set(o,{buffer:o.buffer,type:o.type,bytesPerElement:o.elementSize,version:o.version});return}let h=e.get(o);if(h===void 0)e.set(o,t(o,c));else if(h.version<o.version){if(h.size!==o.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");n(h.buffer,o,c),h.version=o.version}}return{get:s,remove:r,update:a}}var af=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,of=`#ifdef USE_ALPHAHASH
	const float ALPHA_HASH_SCALE = 0.05;
	float hash2D( vec2 value ) {
		return fract( 1.0e4 * sin( 17.0 * value.x + 0.1 * value.y ) * ( 0.1 + abs( sin( 13.0 * value.y + value.x ) ) ) );
	}
	float hash3D( vec3 value ) {
		return hash2D( vec2( hash2D( value.xy ), value.z ) );
	}
	float getAlphaHashThreshold( vec3 position ) {
		float maxDeriv = max(
			length( dFdx( position.xyz ) ),
			length( dFdy( position.xyz ) )
		);
		float pixScale = 1.0 / ( ALPHA_HASH_SCALE * maxDeriv );
		vec2 pixScales = vec2(
			exp2( floor( log2( pixScale ) ) ),
			exp2( ceil( log2( pixScale ) ) )
		);
		vec2 alpha = vec2(
			hash3D( floor( pixScales.x * position.xyz ) ),
			hash3D( floor( pixScales.y * position.xyz ) )
		);
		float lerpFactor = fract( log2( pixScale ) );
		float x = ( 1.0 - lerpFactor ) * alpha.x + lerpFactor * alpha.y;
		float a = min( lerpFactor, 1.0 - lerpFactor );
		vec3 cases = vec3(
			x * x / ( 2.0 * a * ( 1.0 - a ) ),
			( x - 0.5 * a ) / ( 1.0 - a ),
			1.0 - ( ( 1.0 - x ) * ( 1.0 - x ) / ( 2.0 * a * ( 1.0 - a ) ) )
		);
		float threshold = ( x < ( 1.0 - a ) )
			? ( ( x < a ) ? cases.x : cases.y )
			: cases.z;
		return clamp( threshold , 1.0e-6, 1.0 );
	}
#endif`,lf=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,cf=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,hf=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,uf=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,ff=`#ifdef USE_AOMAP
	float ambientOcclusion = ( texture2D( aoMap, vAoMapUv ).r - 1.0 ) * aoMapIntensity + 1.0;
	reflectedLight.indirectDiffuse *= ambientOcclusion;
	#if defined( USE_CLEARCOAT ) 
		clearcoatSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_SHEEN ) 
		sheenSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD )
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		reflectedLight.indirectSpecular *= computeSpecularOcclusion( dotNV, ambientOcclusion, material.roughness );
	#endif
#endif`,df=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,pf=`#ifdef USE_BATCHING
	#if ! defined( GL_ANGLE_multi_draw )
	#define gl_DrawID _gl_DrawID
	uniform int _gl_DrawID;
	#endif
	uniform highp sampler2D batchingTexture;
	uniform highp usampler2D batchingIdTexture;
	mat4 getBatchingMatrix( const in float i ) {
		int size = textureSize( batchingTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( batchingTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( batchingTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( batchingTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( batchingTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
	float getIndirectIndex( const in int i ) {
		int size = textureSize( batchingIdTexture, 0 ).x;
		int x = i % size;
		int y = i / size;
		return float( texelFetch( batchingIdTexture, ivec2( x, y ), 0 ).r );
	}
#endif
#ifdef USE_BATCHING_COLOR
	uniform sampler2D batchingColorTexture;
	vec4 getBatchingColor( const in float i ) {
		int size = textureSize( batchingColorTexture, 0 ).x;
		int j = int( i );
		int x = j % size;
		int y = j / size;
		return texelFetch( batchingColorTexture, ivec2( x, y ), 0 );
	}
#endif`,mf=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,gf=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,_f=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,xf=`float G_BlinnPhong_Implicit( ) {
	return 0.25;
}
float D_BlinnPhong( const in float shininess, const in float dotNH ) {
	return RECIPROCAL_PI * ( shininess * 0.5 + 1.0 ) * pow( dotNH, shininess );
}
vec3 BRDF_BlinnPhong( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 specularColor, const in float shininess ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( specularColor, 1.0, dotVH );
	float G = G_BlinnPhong_Implicit( );
	float D = D_BlinnPhong( shininess, dotNH );
	return F * ( G * D );
} // validated`,vf=`#ifdef USE_IRIDESCENCE
	const mat3 XYZ_TO_REC709 = mat3(
		 3.2404542, -0.9692660,  0.0556434,
		-1.5371385,  1.8760108, -0.2040259,
		-0.4985314,  0.0415560,  1.0572252
	);
	vec3 Fresnel0ToIor( vec3 fresnel0 ) {
		vec3 sqrtF0 = sqrt( fresnel0 );
		return ( vec3( 1.0 ) + sqrtF0 ) / ( vec3( 1.0 ) - sqrtF0 );
	}
	vec3 IorToFresnel0( vec3 transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - vec3( incidentIor ) ) / ( transmittedIor + vec3( incidentIor ) ) );
	}
	float IorToFresnel0( float transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - incidentIor ) / ( transmittedIor + incidentIor ));
	}
	vec3 evalSensitivity( float OPD, vec3 shift ) {
		float phase = 2.0 * PI * OPD * 1.0e-9;
		vec3 val = vec3( 5.4856e-13, 4.4201e-13, 5.2481e-13 );
		vec3 pos = vec3( 1.6810e+06, 1.7953e+06, 2.2084e+06 );
		vec3 var = vec3( 4.3278e+09, 9.3046e+09, 6.6121e+09 );
		vec3 xyz = val * sqrt( 2.0 * PI * var ) * cos( pos * phase + shift ) * exp( - pow2( phase ) * var );
		xyz.x += 9.7470e-14 * sqrt( 2.0 * PI * 4.5282e+09 ) * cos( 2.2399e+06 * phase + shift[ 0 ] ) * exp( - 4.5282e+09 * pow2( phase ) );
		xyz /= 1.0685e-7;
		vec3 rgb = XYZ_TO_REC709 * xyz;
		return rgb;
	}
	vec3 evalIridescence( float outsideIOR, float eta2, float cosTheta1, float thinFilmThickness, vec3 baseF0 ) {
		vec3 I;
		float iridescenceIOR = mix( outsideIOR, eta2, smoothstep( 0.0, 0.03, thinFilmThickness ) );
		float sinTheta2Sq = pow2( outsideIOR / iridescenceIOR ) * ( 1.0 - pow2( cosTheta1 ) );
		float cosTheta2Sq = 1.0 - sinTheta2Sq;
		if ( cosTheta2Sq < 0.0 ) {
			return vec3( 1.0 );
		}
		float cosTheta2 = sqrt( cosTheta2Sq );
		float R0 = IorToFresnel0( iridescenceIOR, outsideIOR );
		float R12 = F_Schlick( R0, 1.0, cosTheta1 );
		float T121 = 1.0 - R12;
		float phi12 = 0.0;
		if ( iridescenceIOR < outsideIOR ) phi12 = PI;
		float phi21 = PI - phi12;
		vec3 baseIOR = Fresnel0ToIor( clamp( baseF0, 0.0, 0.9999 ) );		vec3 R1 = IorToFresnel0( baseIOR, iridescenceIOR );
		vec3 R23 = F_Schlick( R1, 1.0, cosTheta2 );
		vec3 phi23 = vec3( 0.0 );
		if ( baseIOR[ 0 ] < iridescenceIOR ) phi23[ 0 ] = PI;
		if ( baseIOR[ 1 ] < iridescenceIOR ) phi23[ 1 ] = PI;
		if ( baseIOR[ 2 ] < iridescenceIOR ) phi23[ 2 ] = PI;
		float OPD = 2.0 * iridescenceIOR * thinFilmThickness * cosTheta2;
		vec3 phi = vec3( phi21 ) + phi23;
		vec3 R123 = clamp( R12 * R23, 1e-5, 0.9999 );
		vec3 r123 = sqrt( R123 );
		vec3 Rs = pow2( T121 ) * R23 / ( vec3( 1.0 ) - R123 );
		vec3 C0 = R12 + Rs;
		I = C0;
		vec3 Cm = Rs - T121;
		for ( int m = 1; m <= 2; ++ m ) {
			Cm *= r123;
			vec3 Sm = 2.0 * evalSensitivity( float( m ) * OPD, float( m ) * phi );
			I += Cm * Sm;
		}
		return max( I, vec3( 0.0 ) );
	}
#endif`,yf=`#ifdef USE_BUMPMAP
	uniform sampler2D bumpMap;
	uniform float bumpScale;
	vec2 dHdxy_fwd() {
		vec2 dSTdx = dFdx( vBumpMapUv );
		vec2 dSTdy = dFdy( vBumpMapUv );
		float Hll = bumpScale * texture2D( bumpMap, vBumpMapUv ).x;
		float dBx = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdx ).x - Hll;
		float dBy = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdy ).x - Hll;
		return vec2( dBx, dBy );
	}
	vec3 perturbNormalArb( vec3 surf_pos, vec3 surf_norm, vec2 dHdxy, float faceDirection ) {
		vec3 vSigmaX = normalize( dFdx( surf_pos.xyz ) );
		vec3 vSigmaY = normalize( dFdy( surf_pos.xyz ) );
		vec3 vN = surf_norm;
		vec3 R1 = cross( vSigmaY, vN );
		vec3 R2 = cross( vN, vSigmaX );
		float fDet = dot( vSigmaX, R1 ) * faceDirection;
		vec3 vGrad = sign( fDet ) * ( dHdxy.x * R1 + dHdxy.y * R2 );
		return normalize( abs( fDet ) * surf_norm - vGrad );
	}
#endif`,Sf=`#if NUM_CLIPPING_PLANES > 0
	vec4 plane;
	#ifdef ALPHA_TO_COVERAGE
		float distanceToPlane, distanceGradient;
		float clipOpacity = 1.0;
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
			distanceGradient = fwidth( distanceToPlane ) / 2.0;
			clipOpacity *= smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			if ( clipOpacity == 0.0 ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			float unionClipOpacity = 1.0;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
				distanceGradient = fwidth( distanceToPlane ) / 2.0;
				unionClipOpacity *= 1.0 - smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			}
			#pragma unroll_loop_end
			clipOpacity *= 1.0 - unionClipOpacity;
		#endif
		diffuseColor.a *= clipOpacity;
		if ( diffuseColor.a == 0.0 ) discard;
	#else
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			if ( dot( vClipPosition, plane.xyz ) > plane.w ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			bool clipped = true;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				clipped = ( dot( vClipPosition, plane.xyz ) > plane.w ) && clipped;
			}
			#pragma unroll_loop_end
			if ( clipped ) discard;
		#endif
	#endif
#endif`,Mf=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,bf=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,wf=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,Ef=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,Tf=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,Af=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,Rf=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	vColor = vec4( 1.0 );
#endif
#ifdef USE_COLOR_ALPHA
	vColor *= color;
#elif defined( USE_COLOR )
	vColor.rgb *= color;
#endif
#ifdef USE_INSTANCING_COLOR
	vColor.rgb *= instanceColor.rgb;
#endif
#ifdef USE_BATCHING_COLOR
	vColor *= getBatchingColor( getIndirectIndex( gl_DrawID ) );
#endif`,Cf=`#define PI 3.141592653589793
#define PI2 6.283185307179586
#define PI_HALF 1.5707963267948966
#define RECIPROCAL_PI 0.3183098861837907
#define RECIPROCAL_PI2 0.15915494309189535
#define EPSILON 1e-6
#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
#define whiteComplement( a ) ( 1.0 - saturate( a ) )
float pow2( const in float x ) { return x*x; }
vec3 pow2( const in vec3 x ) { return x*x; }
float pow3( const in float x ) { return x*x*x; }
float pow4( const in float x ) { float x2 = x*x; return x2*x2; }
float max3( const in vec3 v ) { return max( max( v.x, v.y ), v.z ); }
float average( const in vec3 v ) { return dot( v, vec3( 0.3333333 ) ); }
highp float rand( const in vec2 uv ) {
	const highp float a = 12.9898, b = 78.233, c = 43758.5453;
	highp float dt = dot( uv.xy, vec2( a,b ) ), sn = mod( dt, PI );
	return fract( sin( sn ) * c );
}
#ifdef HIGH_PRECISION
	float precisionSafeLength( vec3 v ) { return length( v ); }
#else
	float precisionSafeLength( vec3 v ) {
		float maxComponent = max3( abs( v ) );
		return length( v / maxComponent ) * maxComponent;
	}
#endif
struct IncidentLight {
	vec3 color;
	vec3 direction;
	bool visible;
};
struct ReflectedLight {
	vec3 directDiffuse;
	vec3 directSpecular;
	vec3 indirectDiffuse;
	vec3 indirectSpecular;
};
#ifdef USE_ALPHAHASH
	varying vec3 vPosition;
#endif
vec3 transformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );
}
#define inverseTransformDirection transformDirectionByInverseViewMatrix
vec3 transformNormalByInverseViewMatrix( in vec3 normal, in mat4 viewMatrix ) {
	return normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz );
}
vec3 transformDirectionByInverseViewMatrix( in vec3 dir, in mat4 viewMatrix ) {
	return normalize( ( vec4( dir, 0.0 ) * viewMatrix ).xyz );
}
bool isPerspectiveMatrix( mat4 m ) {
	return m[ 2 ][ 3 ] == - 1.0;
}
vec2 equirectUv( in vec3 dir ) {
	float u = atan( dir.z, dir.x ) * RECIPROCAL_PI2 + 0.5;
	float v = asin( clamp( dir.y, - 1.0, 1.0 ) ) * RECIPROCAL_PI + 0.5;
	return vec2( u, v );
}
vec3 BRDF_Lambert( const in vec3 diffuseColor ) {
	return RECIPROCAL_PI * diffuseColor;
}
vec3 F_Schlick( const in vec3 f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
}
float F_Schlick( const in float f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
} // validated`,If=`vec3 transformedNormal = objectNormal;
#ifdef USE_TANGENT
	vec3 transformedTangent = objectTangent;
#endif
#ifdef USE_BATCHING
	mat3 bm = mat3( batchingMatrix );
	transformedNormal /= vec3( dot( bm[ 0 ], bm[ 0 ] ), dot( bm[ 1 ], bm[ 1 ] ), dot( bm[ 2 ], bm[ 2 ] ) );
	transformedNormal = bm * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = bm * transformedTangent;
	#endif
#endif
#ifdef USE_INSTANCING
	mat3 im = mat3( instanceMatrix );
	transformedNormal /= vec3( dot( im[ 0 ], im[ 0 ] ), dot( im[ 1 ], im[ 1 ] ), dot( im[ 2 ], im[ 2 ] ) );
	transformedNormal = im * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = im * transformedTangent;
	#endif
#endif
transformedNormal = normalMatrix * transformedNormal;
#ifdef FLIP_SIDED
	transformedNormal = - transformedNormal;
#endif
#ifdef USE_TANGENT
	transformedTangent = ( modelViewMatrix * vec4( transformedTangent, 0.0 ) ).xyz;
#endif`,Pf=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,Lf=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,Df=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,Nf=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,Uf="gl_FragColor = linearToOutputTexel( gl_FragColor );",Ff=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,Of=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vec3 cameraToFrag;
		if ( isOrthographic ) {
			cameraToFrag = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToFrag = normalize( vWorldPosition - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vec3 reflectVec = reflect( cameraToFrag, worldNormal );
		#else
			vec3 reflectVec = refract( cameraToFrag, worldNormal, refractionRatio );
		#endif
	#else
		vec3 reflectVec = vReflect;
	#endif
	#ifdef ENVMAP_TYPE_CUBE
		vec4 envColor = textureCube( envMap, envMapRotation * reflectVec );
		#ifdef ENVMAP_BLENDING_MULTIPLY
			outgoingLight = mix( outgoingLight, outgoingLight * envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_MIX )
			outgoingLight = mix( outgoingLight, envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_ADD )
			outgoingLight += envColor.xyz * specularStrength * reflectivity;
		#endif
	#endif
#endif`,Bf=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,zf=`#ifdef USE_ENVMAP
	uniform float reflectivity;
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		varying vec3 vWorldPosition;
		uniform float refractionRatio;
	#else
		varying vec3 vReflect;
	#endif
#endif`,kf=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,Hf=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vWorldPosition = worldPosition.xyz;
	#else
		vec3 cameraToVertex;
		if ( isOrthographic ) {
			cameraToVertex = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToVertex = normalize( worldPosition.xyz - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vReflect = reflect( cameraToVertex, worldNormal );
		#else
			vReflect = refract( cameraToVertex, worldNormal, refractionRatio );
		#endif
	#endif
#endif`,Gf=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,Vf=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,Wf=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,Xf=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,qf=`#ifdef USE_GRADIENTMAP
	uniform sampler2D gradientMap;
#endif
vec3 getGradientIrradiance( vec3 normal, vec3 lightDirection ) {
	float dotNL = dot( normal, lightDirection );
	vec2 coord = vec2( dotNL * 0.5 + 0.5, 0.0 );
	#ifdef USE_GRADIENTMAP
		return vec3( texture2D( gradientMap, coord ).r );
	#else
		vec2 fw = fwidth( coord ) * 0.5;
		return mix( vec3( 0.7 ), vec3( 1.0 ), smoothstep( 0.7 - fw.x, 0.7 + fw.x, coord.x ) );
	#endif
}`,Yf=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,Zf=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,$f=`varying vec3 vViewPosition;
struct LambertMaterial {
	vec3 diffuseColor;
	float specularStrength;
};
void RE_Direct_Lambert( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Lambert( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Lambert
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,Jf=`uniform bool receiveShadow;
uniform vec3 ambientLightColor;
#if defined( USE_LIGHT_PROBES )
	uniform vec3 lightProbe[ 9 ];
#endif
vec3 shGetIrradianceAt( in vec3 normal, in vec3 shCoefficients[ 9 ] ) {
	float x = normal.x, y = normal.y, z = normal.z;
	vec3 result = shCoefficients[ 0 ] * 0.886227;
	result += shCoefficients[ 1 ] * 2.0 * 0.511664 * y;
	result += shCoefficients[ 2 ] * 2.0 * 0.511664 * z;
	result += shCoefficients[ 3 ] * 2.0 * 0.511664 * x;
	result += shCoefficients[ 4 ] * 2.0 * 0.429043 * x * y;
	result += shCoefficients[ 5 ] * 2.0 * 0.429043 * y * z;
	result += shCoefficients[ 6 ] * ( 0.743125 * z * z - 0.247708 );
	result += shCoefficients[ 7 ] * 2.0 * 0.429043 * x * z;
	result += shCoefficients[ 8 ] * 0.429043 * ( x * x - y * y );
	return result;
}
vec3 getLightProbeIrradiance( const in vec3 lightProbe[ 9 ], const in vec3 normal ) {
	vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec3 irradiance = shGetIrradianceAt( worldNormal, lightProbe );
	return irradiance;
}
vec3 getAmbientLightIrradiance( const in vec3 ambientLightColor ) {
	vec3 irradiance = ambientLightColor;
	return irradiance;
}
float getDistanceAttenuation( const in float lightDistance, const in float cutoffDistance, const in float decayExponent ) {
	float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );
	if ( cutoffDistance > 0.0 ) {
		distanceFalloff *= pow2( saturate( 1.0 - pow4( lightDistance / cutoffDistance ) ) );
	}
	return distanceFalloff;
}
float getSpotAttenuation( const in float coneCosine, const in float penumbraCosine, const in float angleCosine ) {
	return smoothstep( coneCosine, penumbraCosine, angleCosine );
}
#if NUM_SUN_LIGHTS > 0
	struct SunLight {
		vec3 direction;
		vec3 color;
	};
	uniform SunLight sunLights[ NUM_SUN_LIGHTS ];
	void getSunLightInfo( const in SunLight sunLight, out IncidentLight light ) {
		light.color = sunLight.color;
		light.direction = sunLight.direction;
		light.visible = true;
	}
#endif
#if NUM_DIR_LIGHTS > 0
	struct DirectionalLight {
		vec3 direction;
		vec3 color;
	};
	uniform DirectionalLight directionalLights[ NUM_DIR_LIGHTS ];
	void getDirectionalLightInfo( const in DirectionalLight directionalLight, out IncidentLight light ) {
		light.color = directionalLight.color;
		light.direction = directionalLight.direction;
		light.visible = true;
	}
#endif
#if NUM_POINT_LIGHTS > 0
	struct PointLight {
		vec3 position;
		vec3 color;
		float distance;
		float decay;
	};
	uniform PointLight pointLights[ NUM_POINT_LIGHTS ];
	void getPointLightInfo( const in PointLight pointLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = pointLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float lightDistance = length( lVector );
		light.color = pointLight.color;
		light.color *= getDistanceAttenuation( lightDistance, pointLight.distance, pointLight.decay );
		light.visible = ( light.color != vec3( 0.0 ) );
	}
#endif
#if NUM_SPOT_LIGHTS > 0
	struct SpotLight {
		vec3 position;
		vec3 direction;
		vec3 color;
		float distance;
		float decay;
		float coneCos;
		float penumbraCos;
	};
	uniform SpotLight spotLights[ NUM_SPOT_LIGHTS ];
	void getSpotLightInfo( const in SpotLight spotLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = spotLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float angleCos = dot( light.direction, spotLight.direction );
		float spotAttenuation = getSpotAttenuation( spotLight.coneCos, spotLight.penumbraCos, angleCos );
		if ( spotAttenuation > 0.0 ) {
			float lightDistance = length( lVector );
			light.color = spotLight.color * spotAttenuation;
			light.color *= getDistanceAttenuation( lightDistance, spotLight.distance, spotLight.decay );
			light.visible = ( light.color != vec3( 0.0 ) );
		} else {
			light.color = vec3( 0.0 );
			light.visible = false;
		}
	}
#endif
#if NUM_RECT_AREA_LIGHTS > 0
	struct RectAreaLight {
		vec3 color;
		vec3 position;
		vec3 halfWidth;
		vec3 halfHeight;
	};
	uniform sampler2D ltc_1;	uniform sampler2D ltc_2;
	uniform RectAreaLight rectAreaLights[ NUM_RECT_AREA_LIGHTS ];
#endif
#if NUM_HEMI_LIGHTS > 0
	struct HemisphereLight {
		vec3 direction;
		vec3 skyColor;
		vec3 groundColor;
	};
	uniform HemisphereLight hemisphereLights[ NUM_HEMI_LIGHTS ];
	vec3 getHemisphereLightIrradiance( const in HemisphereLight hemiLight, const in vec3 normal ) {
		float dotNL = dot( normal, hemiLight.direction );
		float hemiDiffuseWeight = 0.5 * dotNL + 0.5;
		vec3 irradiance = mix( hemiLight.groundColor, hemiLight.skyColor, hemiDiffuseWeight );
		return irradiance;
	}
#endif
#include <lightprobes_pars_fragment>`,Kf=`#ifdef USE_ENVMAP
	vec3 getIBLIrradiance( const in vec3 normal ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * worldNormal, ENVMAP_MAX_LOD );
			return PI * envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	vec3 getIBLRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 reflectVec = reflect( - viewDir, normal );
			reflectVec = normalize( mix( reflectVec, normal, pow4( roughness ) ) );
			reflectVec = transformDirectionByInverseViewMatrix( reflectVec, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * reflectVec, roughnessToMip( roughness ) );
			return envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	#ifdef USE_RETROREFLECTION
		vec3 getIBLRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 retroVec = normalize( mix( viewDir, normal, pow4( roughness ) ) );
				retroVec = transformDirectionByInverseViewMatrix( retroVec, viewMatrix );
				vec4 envMapColor = textureLod( envMap, envMapRotation * retroVec, roughnessToMip( roughness ) );
				return envMapColor.rgb * envMapIntensity;
			#else
				return vec3( 0.0 );
			#endif
		}
	#endif
	#ifdef USE_ANISOTROPY
		vec3 getIBLAnisotropyRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 bentNormal = cross( bitangent, viewDir );
				bentNormal = normalize( cross( bentNormal, bitangent ) );
				bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
				return getIBLRadiance( viewDir, bentNormal, roughness );
			#else
				return vec3( 0.0 );
			#endif
		}
		#ifdef USE_RETROREFLECTION
			vec3 getIBLAnisotropyRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
				#ifdef ENVMAP_TYPE_PMREM
					vec3 bentNormal = cross( bitangent, viewDir );
					bentNormal = normalize( cross( bentNormal, bitangent ) );
					bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
					return getIBLRetroRadiance( viewDir, bentNormal, roughness );
				#else
					return vec3( 0.0 );
				#endif
			}
		#endif
	#endif
#endif`,Qf=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,jf=`varying vec3 vViewPosition;
struct ToonMaterial {
	vec3 diffuseColor;
};
void RE_Direct_Toon( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 irradiance = getGradientIrradiance( geometryNormal, directLight.direction ) * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Toon( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Toon
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,ed=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,td=`varying vec3 vViewPosition;
struct BlinnPhongMaterial {
	vec3 diffuseColor;
	vec3 specularColor;
	float specularShininess;
	float specularStrength;
};
void RE_Direct_BlinnPhong( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
	reflectedLight.directSpecular += irradiance * BRDF_BlinnPhong( directLight.direction, geometryViewDir, geometryNormal, material.specularColor, material.specularShininess ) * material.specularStrength;
}
void RE_IndirectDiffuse_BlinnPhong( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_BlinnPhong
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,nd=`PhysicalMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.diffuseContribution = diffuseColor.rgb * ( 1.0 - metalnessFactor );
material.metalness = metalnessFactor;
vec3 dxy = max( abs( dFdx( nonPerturbedNormal ) ), abs( dFdy( nonPerturbedNormal ) ) );
float geometryRoughness = max( max( dxy.x, dxy.y ), dxy.z );
material.roughness = max( roughnessFactor, 0.045 );
material.roughness += geometryRoughness;
material.roughness = min( material.roughness, 1.0 );
#ifdef USE_DIFFUSE_ROUGHNESS
	float diffuseRoughnessFactor = diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		diffuseRoughnessFactor *= texture2D( diffuseRoughnessMap, vDiffuseRoughnessMapUv ).r;
	#endif
	material.diffuseRoughness = saturate( diffuseRoughnessFactor );
#endif
#ifdef IOR
	material.ior = ior;
	#ifdef USE_SPECULAR
		float specularIntensityFactor = specularIntensity;
		vec3 specularColorFactor = specularColor;
		#ifdef USE_SPECULAR_COLORMAP
			specularColorFactor *= texture2D( specularColorMap, vSpecularColorMapUv ).rgb;
		#endif
		#ifdef USE_SPECULAR_INTENSITYMAP
			specularIntensityFactor *= texture2D( specularIntensityMap, vSpecularIntensityMapUv ).a;
		#endif
		material.specularF90 = mix( specularIntensityFactor, 1.0, metalnessFactor );
	#else
		float specularIntensityFactor = 1.0;
		vec3 specularColorFactor = vec3( 1.0 );
		material.specularF90 = 1.0;
	#endif
	material.specularColor = min( pow2( ( material.ior - 1.0 ) / ( material.ior + 1.0 ) ) * specularColorFactor, vec3( 1.0 ) ) * specularIntensityFactor;
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
#else
	material.specularColor = vec3( 0.04 );
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
	material.specularF90 = 1.0;
#endif
#ifdef USE_CLEARCOAT
	material.clearcoat = clearcoat;
	material.clearcoatRoughness = clearcoatRoughness;
	material.clearcoatF0 = vec3( 0.04 );
	material.clearcoatF90 = 1.0;
	#ifdef USE_CLEARCOATMAP
		material.clearcoat *= texture2D( clearcoatMap, vClearcoatMapUv ).x;
	#endif
	#ifdef USE_CLEARCOAT_ROUGHNESSMAP
		material.clearcoatRoughness *= texture2D( clearcoatRoughnessMap, vClearcoatRoughnessMapUv ).y;
	#endif
	material.clearcoat = saturate( material.clearcoat );	material.clearcoatRoughness = max( material.clearcoatRoughness, 0.045 );
	material.clearcoatRoughness += geometryRoughness;
	material.clearcoatRoughness = min( material.clearcoatRoughness, 1.0 );
#endif
#ifdef USE_DISPERSION
	material.dispersion = dispersion;
#endif
#ifdef USE_RETROREFLECTION
	material.retroreflectivity = retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	material.iridescence = iridescence;
	material.iridescenceIOR = iridescenceIOR;
	#ifdef USE_IRIDESCENCEMAP
		material.iridescence *= texture2D( iridescenceMap, vIridescenceMapUv ).r;
	#endif
	#ifdef USE_IRIDESCENCE_THICKNESSMAP
		material.iridescenceThickness = (iridescenceThicknessMaximum - iridescenceThicknessMinimum) * texture2D( iridescenceThicknessMap, vIridescenceThicknessMapUv ).g + iridescenceThicknessMinimum;
	#else
		material.iridescenceThickness = iridescenceThicknessMaximum;
	#endif
#endif
#ifdef USE_SHEEN
	material.sheenColor = sheenColor;
	#ifdef USE_SHEEN_COLORMAP
		material.sheenColor *= texture2D( sheenColorMap, vSheenColorMapUv ).rgb;
	#endif
	material.sheenRoughness = clamp( sheenRoughness, 0.0001, 1.0 );
	#ifdef USE_SHEEN_ROUGHNESSMAP
		material.sheenRoughness *= texture2D( sheenRoughnessMap, vSheenRoughnessMapUv ).a;
	#endif
#endif
#ifdef USE_ANISOTROPY
	#ifdef USE_ANISOTROPYMAP
		mat2 anisotropyMat = mat2( anisotropyVector.x, anisotropyVector.y, - anisotropyVector.y, anisotropyVector.x );
		vec3 anisotropyPolar = texture2D( anisotropyMap, vAnisotropyMapUv ).rgb;
		vec2 anisotropyV = anisotropyMat * normalize( 2.0 * anisotropyPolar.rg - vec2( 1.0 ) ) * anisotropyPolar.b;
	#else
		vec2 anisotropyV = anisotropyVector;
	#endif
	material.anisotropy = length( anisotropyV );
	if( material.anisotropy == 0.0 ) {
		anisotropyV = vec2( 1.0, 0.0 );
	} else {
		anisotropyV /= material.anisotropy;
		material.anisotropy = saturate( material.anisotropy );
	}
	material.alphaT = mix( pow2( material.roughness ), 1.0, pow2( material.anisotropy ) );
	material.anisotropyT = tbn[ 0 ] * anisotropyV.x + tbn[ 1 ] * anisotropyV.y;
	material.anisotropyB = tbn[ 1 ] * anisotropyV.x - tbn[ 0 ] * anisotropyV.y;
#endif`,id=`uniform sampler2D dfgLUT;
struct PhysicalMaterial {
	vec3 diffuseColor;
	vec3 diffuseContribution;
	vec3 specularColor;
	vec3 specularColorBlended;
	float roughness;
	float metalness;
	float specularF90;
	float dispersion;
	vec2 dfg;
	vec3 multiScatteringCompensation;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float diffuseRoughness;
	#endif
	#ifdef USE_RETROREFLECTION
		float retroreflectivity;
	#endif
	#ifdef USE_CLEARCOAT
		float clearcoat;
		float clearcoatRoughness;
		vec3 clearcoatF0;
		float clearcoatF90;
	#endif
	#ifdef USE_IRIDESCENCE
		float iridescence;
		float iridescenceIOR;
		float iridescenceThickness;
		vec3 iridescenceFresnel;
		vec3 iridescenceF0Dielectric;
		vec3 iridescenceF0Metallic;
	#endif
	#ifdef USE_SHEEN
		vec3 sheenColor;
		float sheenRoughness;
	#endif
	#ifdef IOR
		float ior;
	#endif
	#ifdef USE_TRANSMISSION
		float transmission;
		float transmissionAlpha;
		float thickness;
		float attenuationDistance;
		vec3 attenuationColor;
	#endif
	#ifdef USE_ANISOTROPY
		float anisotropy;
		float alphaT;
		vec3 anisotropyT;
		vec3 anisotropyB;
	#endif
};
vec3 clearcoatSpecularDirect = vec3( 0.0 );
vec3 clearcoatSpecularIndirect = vec3( 0.0 );
vec3 sheenSpecularDirect = vec3( 0.0 );
vec3 sheenSpecularIndirect = vec3(0.0 );
vec3 Schlick_to_F0( const in vec3 f, const in float f90, const in float dotVH ) {
    float x = clamp( 1.0 - dotVH, 0.0, 1.0 );
    float x2 = x * x;
    float x5 = clamp( x * x2 * x2, 0.0, 0.9999 );
    return ( f - vec3( f90 ) * x5 ) / ( 1.0 - x5 );
}
#ifdef USE_DIFFUSE_ROUGHNESS
	const float EON_EPSILON = 1e-7;
	float FON_DirectionalAlbedo( const in float mu, const in float roughness, const in float A ) {
		float muComp = 1.0 - mu;
		float gOverPi = muComp * ( 0.0571085289 + muComp * ( 0.491881867 + muComp * ( - 0.332181442 + muComp * 0.0714429953 ) ) );
		return A * ( 1.0 + roughness * gOverPi );
	}
	vec3 BRDF_EON( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 diffuseColor, const in float roughness ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return BRDF_Lambert( rho );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float s = dot( lightDir, viewDir ) - dotNL * dotNV;
		float sOverT = ( s > 0.0 ) ? s / max( max( dotNL, dotNV ), EON_EPSILON ) : s;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		vec3 singleScatter = rho * RECIPROCAL_PI * A * ( 1.0 + roughness * sOverT );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		float albedoV = FON_DirectionalAlbedo( dotNV, roughness, A );
		float albedoL = FON_DirectionalAlbedo( dotNL, roughness, A );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		vec3 multiScatter = rhoMultiScatter * RECIPROCAL_PI
			* max( EON_EPSILON, 1.0 - albedoV )
			* max( EON_EPSILON, 1.0 - albedoL )
			/ max( EON_EPSILON, 1.0 - averageAlbedo );
		return singleScatter + multiScatter;
	}
	vec3 EON_DirectionalAlbedo( const in vec3 diffuseColor, const in float roughness, const in float dotNV ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return rho;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		float directionalAlbedo = FON_DirectionalAlbedo( dotNV, roughness, A );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		return rho * directionalAlbedo + rhoMultiScatter * ( 1.0 - directionalAlbedo );
	}
#endif
float V_GGX_SmithCorrelated( const in float alpha, const in float dotNL, const in float dotNV ) {
	float a2 = pow2( alpha );
	float gv = dotNL * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNV ) );
	float gl = dotNV * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNL ) );
	return 0.5 / max( gv + gl, EPSILON );
}
float D_GGX( const in float alpha, const in float dotNH ) {
	float a2 = pow2( alpha );
	float denom = pow2( dotNH ) * ( a2 - 1.0 ) + 1.0;
	return RECIPROCAL_PI * a2 / pow2( denom );
}
#ifdef USE_ANISOTROPY
	float V_GGX_SmithCorrelated_Anisotropic( const in float alphaT, const in float alphaB, const in float dotTV, const in float dotBV, const in float dotTL, const in float dotBL, const in float dotNV, const in float dotNL ) {
		float gv = dotNL * length( vec3( alphaT * dotTV, alphaB * dotBV, dotNV ) );
		float gl = dotNV * length( vec3( alphaT * dotTL, alphaB * dotBL, dotNL ) );
		return 0.5 / max( gv + gl, EPSILON );
	}
	float D_GGX_Anisotropic( const in float alphaT, const in float alphaB, const in float dotNH, const in float dotTH, const in float dotBH ) {
		float a2 = alphaT * alphaB;
		highp vec3 v = vec3( alphaB * dotTH, alphaT * dotBH, a2 * dotNH );
		highp float v2 = dot( v, v );
		float w2 = a2 / v2;
		return RECIPROCAL_PI * a2 * pow2 ( w2 );
	}
#endif
#ifdef USE_CLEARCOAT
	vec3 BRDF_GGX_Clearcoat( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material) {
		vec3 f0 = material.clearcoatF0;
		float f90 = material.clearcoatF90;
		float roughness = max( material.clearcoatRoughness, 0.045 );
		float alpha = pow2( roughness );
		vec3 halfDir = normalize( lightDir + viewDir );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float dotNH = saturate( dot( normal, halfDir ) );
		float dotVH = saturate( dot( viewDir, halfDir ) );
		vec3 F = F_Schlick( f0, f90, dotVH );
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
		return F * ( V * D );
	}
#endif
vec3 BRDF_GGX( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material ) {
	vec3 f0 = material.specularColorBlended;
	float f90 = material.specularF90;
	float roughness = max( material.roughness, 0.045 );
	float alpha = pow2( roughness );
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( f0, f90, dotVH );
	#ifdef USE_IRIDESCENCE
		F = mix( F, material.iridescenceFresnel, material.iridescence );
	#endif
	#ifdef USE_ANISOTROPY
		float dotTL = dot( material.anisotropyT, lightDir );
		float dotTV = dot( material.anisotropyT, viewDir );
		float dotTH = dot( material.anisotropyT, halfDir );
		float dotBL = dot( material.anisotropyB, lightDir );
		float dotBV = dot( material.anisotropyB, viewDir );
		float dotBH = dot( material.anisotropyB, halfDir );
		float alphaT = max( material.alphaT, alpha );
		float V = V_GGX_SmithCorrelated_Anisotropic( alphaT, alpha, dotTV, dotBV, dotTL, dotBL, dotNV, dotNL );
		float D = D_GGX_Anisotropic( alphaT, alpha, dotNH, dotTH, dotBH );
	#else
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
	#endif
	return F * ( V * D );
}
vec2 LTC_Uv( const in vec3 N, const in vec3 V, const in float roughness ) {
	const float LUT_SIZE = 64.0;
	const float LUT_SCALE = ( LUT_SIZE - 1.0 ) / LUT_SIZE;
	const float LUT_BIAS = 0.5 / LUT_SIZE;
	float dotNV = saturate( dot( N, V ) );
	vec2 uv = vec2( roughness, sqrt( 1.0 - dotNV ) );
	uv = uv * LUT_SCALE + LUT_BIAS;
	return uv;
}
float LTC_ClippedSphereFormFactor( const in vec3 f ) {
	float l = length( f );
	return max( ( l * l + f.z ) / ( l + 1.0 ), 0.0 );
}
vec3 LTC_EdgeVectorFormFactor( const in vec3 v1, const in vec3 v2 ) {
	float x = dot( v1, v2 );
	float y = abs( x );
	float a = 0.8543985 + ( 0.4965155 + 0.0145206 * y ) * y;
	float b = 3.4175940 + ( 4.1616724 + y ) * y;
	float v = a / b;
	float theta_sintheta = ( x > 0.0 ) ? v : 0.5 * inversesqrt( max( 1.0 - x * x, 1e-7 ) ) - v;
	return cross( v1, v2 ) * theta_sintheta;
}
vec3 LTC_Evaluate( const in vec3 N, const in vec3 V, const in vec3 P, const in mat3 mInv, const in vec3 rectCoords[ 4 ] ) {
	vec3 v1 = rectCoords[ 1 ] - rectCoords[ 0 ];
	vec3 v2 = rectCoords[ 3 ] - rectCoords[ 0 ];
	vec3 lightNormal = cross( v1, v2 );
	if( dot( lightNormal, P - rectCoords[ 0 ] ) < 0.0 ) return vec3( 0.0 );
	vec3 T1, T2;
	T1 = normalize( V - N * dot( V, N ) );
	T2 = - cross( N, T1 );
	mat3 mat = mInv * transpose( mat3( T1, T2, N ) );
	vec3 coords[ 4 ];
	coords[ 0 ] = mat * ( rectCoords[ 0 ] - P );
	coords[ 1 ] = mat * ( rectCoords[ 1 ] - P );
	coords[ 2 ] = mat * ( rectCoords[ 2 ] - P );
	coords[ 3 ] = mat * ( rectCoords[ 3 ] - P );
	coords[ 0 ] = normalize( coords[ 0 ] );
	coords[ 1 ] = normalize( coords[ 1 ] );
	coords[ 2 ] = normalize( coords[ 2 ] );
	coords[ 3 ] = normalize( coords[ 3 ] );
	vec3 vectorFormFactor = vec3( 0.0 );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 0 ], coords[ 1 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 1 ], coords[ 2 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 2 ], coords[ 3 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 3 ], coords[ 0 ] );
	float result = LTC_ClippedSphereFormFactor( vectorFormFactor );
	return vec3( result );
}
#if defined( USE_SHEEN )
float D_Charlie( float roughness, float dotNH ) {
	float alpha = pow2( roughness );
	float invAlpha = 1.0 / alpha;
	float cos2h = dotNH * dotNH;
	float sin2h = max( 1.0 - cos2h, 0.0078125 );
	return ( 2.0 + invAlpha ) * pow( sin2h, invAlpha * 0.5 ) / ( 2.0 * PI );
}
float V_Neubelt( float dotNV, float dotNL ) {
	return saturate( 1.0 / ( 4.0 * ( dotNL + dotNV - dotNL * dotNV ) ) );
}
vec3 BRDF_Sheen( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, vec3 sheenColor, const in float sheenRoughness ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float D = D_Charlie( sheenRoughness, dotNH );
	float V = V_Neubelt( dotNV, dotNL );
	return sheenColor * ( D * V );
}
#endif
float IBLSheenBRDF( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	float r2 = roughness * roughness;
	float rInv = 1.0 / ( roughness + 0.1 );
	float a = -1.9362 + 1.0678 * roughness + 0.4573 * r2 - 0.8469 * rInv;
	float b = -0.6014 + 0.5538 * roughness - 0.4670 * r2 - 0.1255 * rInv;
	float DG = exp( a * dotNV + b );
	return saturate( DG );
}
vec3 EnvironmentBRDF( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	vec2 fab = texture2D( dfgLUT, vec2( roughness, dotNV ) ).rg;
	return specularColor * fab.x + specularF90 * fab.y;
}
#ifdef USE_IRIDESCENCE
void computeMultiscatteringIridescence( const in vec2 fab, const in vec3 specularColor, const in float specularF90, const in float iridescence, const in vec3 iridescenceF0, inout vec3 singleScatter, inout vec3 multiScatter ) {
#else
void computeMultiscattering( const in vec2 fab, const in vec3 specularColor, const in float specularF90, inout vec3 singleScatter, inout vec3 multiScatter ) {
#endif
	#ifdef USE_IRIDESCENCE
		vec3 Fr = mix( specularColor, iridescenceF0, iridescence );
	#else
		vec3 Fr = specularColor;
	#endif
	vec3 FssEss = Fr * fab.x + specularF90 * fab.y;
	float Ess = fab.x + fab.y;
	float Ems = 1.0 - Ess;
	vec3 Favg = Fr + ( 1.0 - Fr ) * 0.047619;	vec3 Fms = FssEss * Favg / ( 1.0 - Ems * Favg );
	singleScatter += FssEss;
	multiScatter += Fms * Ems;
}
#if NUM_RECT_AREA_LIGHTS > 0
	void RE_Direct_RectArea_Physical( const in RectAreaLight rectAreaLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
		vec3 normal = geometryNormal;
		vec3 viewDir = geometryViewDir;
		vec3 position = geometryPosition;
		vec3 lightPos = rectAreaLight.position;
		vec3 halfWidth = rectAreaLight.halfWidth;
		vec3 halfHeight = rectAreaLight.halfHeight;
		vec3 lightColor = rectAreaLight.color;
		float roughness = material.roughness;
		vec3 rectCoords[ 4 ];
		rectCoords[ 0 ] = lightPos + halfWidth - halfHeight;		rectCoords[ 1 ] = lightPos - halfWidth - halfHeight;
		rectCoords[ 2 ] = lightPos - halfWidth + halfHeight;
		rectCoords[ 3 ] = lightPos + halfWidth + halfHeight;
		vec2 uv = LTC_Uv( normal, viewDir, roughness );
		vec4 t1 = texture2D( ltc_1, uv );
		vec4 t2 = texture2D( ltc_2, uv );
		mat3 mInv = mat3(
			vec3( t1.x, 0, t1.y ),
			vec3(    0, 1,    0 ),
			vec3( t1.z, 0, t1.w )
		);
		vec3 fresnel = ( material.specularColorBlended * t2.x + ( material.specularF90 - material.specularColorBlended ) * t2.y );
		reflectedLight.directSpecular += lightColor * fresnel * LTC_Evaluate( normal, viewDir, position, mInv, rectCoords );
		reflectedLight.directDiffuse += lightColor * material.diffuseContribution * LTC_Evaluate( normal, viewDir, position, mat3( 1.0 ), rectCoords );
		#ifdef USE_CLEARCOAT
			vec3 Ncc = geometryClearcoatNormal;
			vec2 uvClearcoat = LTC_Uv( Ncc, viewDir, material.clearcoatRoughness );
			vec4 t1Clearcoat = texture2D( ltc_1, uvClearcoat );
			vec4 t2Clearcoat = texture2D( ltc_2, uvClearcoat );
			mat3 mInvClearcoat = mat3(
				vec3( t1Clearcoat.x, 0, t1Clearcoat.y ),
				vec3(             0, 1,             0 ),
				vec3( t1Clearcoat.z, 0, t1Clearcoat.w )
			);
			vec3 fresnelClearcoat = material.clearcoatF0 * t2Clearcoat.x + ( material.clearcoatF90 - material.clearcoatF0 ) * t2Clearcoat.y;
			clearcoatSpecularDirect += lightColor * fresnelClearcoat * LTC_Evaluate( Ncc, viewDir, position, mInvClearcoat, rectCoords );
		#endif
	}
#endif
void RE_Direct_Physical( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	#ifdef USE_CLEARCOAT
		float dotNLcc = saturate( dot( geometryClearcoatNormal, directLight.direction ) );
		vec3 ccIrradiance = dotNLcc * directLight.color;
		clearcoatSpecularDirect += ccIrradiance * BRDF_GGX_Clearcoat( directLight.direction, geometryViewDir, geometryClearcoatNormal, material );
	#endif
	#ifdef USE_SHEEN
 
 		sheenSpecularDirect += irradiance * BRDF_Sheen( directLight.direction, geometryViewDir, geometryNormal, material.sheenColor, material.sheenRoughness );
 
 		float sheenAlbedoV = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
 		float sheenAlbedoL = IBLSheenBRDF( geometryNormal, directLight.direction, material.sheenRoughness );
 
 		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * max( sheenAlbedoV, sheenAlbedoL );
 
 		irradiance *= sheenEnergyComp;
 
 	#endif
	vec3 specularBRDF = BRDF_GGX( directLight.direction, geometryViewDir, geometryNormal, material );
	#ifdef USE_RETROREFLECTION
		vec3 retroViewDir = reflect( - geometryViewDir, geometryNormal );
		vec3 retroSpecularBRDF = BRDF_GGX( directLight.direction, retroViewDir, geometryNormal, material );
		specularBRDF = mix( specularBRDF, retroSpecularBRDF, saturate( material.retroreflectivity ) );
	#endif
	reflectedLight.directSpecular += irradiance * specularBRDF * material.multiScatteringCompensation;
	vec3 halfDir = normalize( directLight.direction + geometryViewDir );
	float dotVH = saturate( dot( geometryViewDir, halfDir ) );
	vec3 F = F_Schlick( material.specularColor, material.specularF90, dotVH );
	#ifdef USE_RETROREFLECTION
		vec3 retroHalfDir = normalize( directLight.direction + retroViewDir );
		float dotRetroVH = saturate( dot( retroViewDir, retroHalfDir ) );
		vec3 retroF = F_Schlick( material.specularColor, material.specularF90, dotRetroVH );
		F = mix( F, retroF, saturate( material.retroreflectivity ) );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		vec3 diffuseBRDF = BRDF_EON( directLight.direction, geometryViewDir, geometryNormal, material.diffuseColor, material.diffuseRoughness ) * ( 1.0 - material.metalness );
	#else
		vec3 diffuseBRDF = BRDF_Lambert( material.diffuseContribution );
	#endif
	reflectedLight.directDiffuse += irradiance * diffuseBRDF * ( 1.0 - F );
}
void RE_IndirectDiffuse_Physical( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 singleScattering = vec3( 0.0 );
	vec3 multiScattering = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScattering, multiScattering );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScattering, multiScattering );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuseAlbedo = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness );
		vec3 diffuse = irradiance * RECIPROCAL_PI * diffuseAlbedo * ( 1.0 - singleScattering - multiScattering );
	#else
		vec3 diffuse = irradiance * BRDF_Lambert( material.diffuseContribution ) * ( 1.0 - singleScattering - multiScattering );
	#endif
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		sheenSpecularIndirect += irradiance * material.sheenColor * sheenAlbedo * RECIPROCAL_PI;
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		diffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectDiffuse += diffuse;
}
void RE_IndirectSpecular_Physical( const in vec3 radiance, const in vec3 irradiance, const in vec3 clearcoatRadiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight) {
	#ifdef USE_CLEARCOAT
		clearcoatSpecularIndirect += clearcoatRadiance * EnvironmentBRDF( geometryClearcoatNormal, geometryViewDir, material.clearcoatF0, material.clearcoatF90, material.clearcoatRoughness );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularIndirect += irradiance * material.sheenColor * IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness ) * RECIPROCAL_PI;
 	#endif
	vec3 singleScatteringDielectric = vec3( 0.0 );
	vec3 multiScatteringDielectric = vec3( 0.0 );
	vec3 singleScatteringMetallic = vec3( 0.0 );
	vec3 multiScatteringMetallic = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscatteringIridescence( material.dfg, material.diffuseColor, material.specularF90, material.iridescence, material.iridescenceF0Metallic, singleScatteringMetallic, multiScatteringMetallic );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscattering( material.dfg, material.diffuseColor, material.specularF90, singleScatteringMetallic, multiScatteringMetallic );
	#endif
	vec3 singleScattering = mix( singleScatteringDielectric, singleScatteringMetallic, material.metalness );
	vec3 multiScattering = mix( multiScatteringDielectric, multiScatteringMetallic, material.metalness );
	vec3 totalScatteringDielectric = singleScatteringDielectric + multiScatteringDielectric;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuse = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness ) * ( 1.0 - totalScatteringDielectric );
	#else
		vec3 diffuse = material.diffuseContribution * ( 1.0 - totalScatteringDielectric );
	#endif
	vec3 cosineWeightedIrradiance = irradiance * RECIPROCAL_PI;
	vec3 indirectSpecular = radiance * singleScattering;
	indirectSpecular += multiScattering * cosineWeightedIrradiance;
	vec3 indirectDiffuse = diffuse * cosineWeightedIrradiance;
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		indirectSpecular *= sheenEnergyComp;
		indirectDiffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectSpecular += indirectSpecular;
	reflectedLight.indirectDiffuse += indirectDiffuse;
}
#define RE_Direct				RE_Direct_Physical
#define RE_Direct_RectArea		RE_Direct_RectArea_Physical
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Physical
#define RE_IndirectSpecular		RE_IndirectSpecular_Physical
float computeSpecularOcclusion( const in float dotNV, const in float ambientOcclusion, const in float roughness ) {
	return saturate( pow( dotNV + ambientOcclusion, exp2( - 16.0 * roughness - 1.0 ) ) - 1.0 + ambientOcclusion );
}`,sd=`
vec3 geometryPosition = - vViewPosition;
vec3 geometryNormal = normal;
vec3 geometryViewDir = ( isOrthographic ) ? vec3( 0, 0, 1 ) : normalize( vViewPosition );
vec3 geometryClearcoatNormal = vec3( 0.0 );
#ifdef USE_CLEARCOAT
	geometryClearcoatNormal = clearcoatNormal;
#endif
#ifdef USE_IRIDESCENCE
	float dotNVi = saturate( dot( normal, geometryViewDir ) );
	if ( material.iridescenceThickness == 0.0 ) {
		material.iridescence = 0.0;
	} else {
		material.iridescence = saturate( material.iridescence );
	}
	if ( material.iridescence > 0.0 ) {
		vec3 iridescenceFresnelDielectric = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.specularColor );
		vec3 iridescenceFresnelMetallic = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.diffuseColor );
		material.iridescenceFresnel = mix( iridescenceFresnelDielectric, iridescenceFresnelMetallic, material.metalness );
		material.iridescenceF0Dielectric = Schlick_to_F0( iridescenceFresnelDielectric, 1.0, dotNVi );
		material.iridescenceF0Metallic = Schlick_to_F0( iridescenceFresnelMetallic, 1.0, dotNVi );
	}
#endif
#ifdef STANDARD
	float dotNVms = saturate( dot( geometryNormal, geometryViewDir ) );
	material.dfg = texture2D( dfgLUT, vec2( material.roughness, dotNVms ) ).rg;
	#if ( NUM_SUN_LIGHTS > 0 || NUM_DIR_LIGHTS > 0 || NUM_POINT_LIGHTS > 0 || NUM_SPOT_LIGHTS > 0 )
		float EssMs = material.dfg.x + material.dfg.y;
		material.multiScatteringCompensation = 1.0 + material.specularColorBlended * ( 1.0 / EssMs - 1.0 );
	#endif
#endif
IncidentLight directLight;
#if ( NUM_POINT_LIGHTS > 0 ) && defined( RE_Direct )
	PointLight pointLight;
	#if defined( USE_SHADOWMAP ) && NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
		pointLight = pointLights[ i ];
		getPointLightInfo( pointLight, geometryPosition, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS ) && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
		pointLightShadow = pointLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getPointShadow( pointShadowMap[ i ], pointLightShadow.shadowMapSize, pointLightShadow.shadowIntensity, pointLightShadow.shadowBias, pointLightShadow.shadowRadius, vPointShadowCoord[ i ], pointLightShadow.shadowCameraNear, pointLightShadow.shadowCameraFar ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SPOT_LIGHTS > 0 ) && defined( RE_Direct )
	SpotLight spotLight;
	vec4 spotColor;
	vec3 spotLightCoord;
	bool inSpotLightMap;
	#if defined( USE_SHADOWMAP ) && NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
		spotLight = spotLights[ i ];
		getSpotLightInfo( spotLight, geometryPosition, directLight );
		#if ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#define SPOT_LIGHT_MAP_INDEX UNROLLED_LOOP_INDEX
		#elif ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		#define SPOT_LIGHT_MAP_INDEX NUM_SPOT_LIGHT_MAPS
		#else
		#define SPOT_LIGHT_MAP_INDEX ( UNROLLED_LOOP_INDEX - NUM_SPOT_LIGHT_SHADOWS + NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#endif
		#if ( SPOT_LIGHT_MAP_INDEX < NUM_SPOT_LIGHT_MAPS )
			spotLightCoord = vSpotLightCoord[ i ].xyz / vSpotLightCoord[ i ].w;
			inSpotLightMap = all( lessThan( abs( spotLightCoord * 2. - 1. ), vec3( 1.0 ) ) );
			spotColor = texture2D( spotLightMap[ SPOT_LIGHT_MAP_INDEX ], spotLightCoord.xy );
			directLight.color = inSpotLightMap ? directLight.color * spotColor.rgb : directLight.color;
		#endif
		#undef SPOT_LIGHT_MAP_INDEX
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		spotLightShadow = spotLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( spotShadowMap[ i ], spotLightShadow.shadowMapSize, spotLightShadow.shadowIntensity, spotLightShadow.shadowBias, spotLightShadow.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SUN_LIGHTS > 0 ) && defined( RE_Direct )
	SunLight sunLight;
	#if defined( USE_SHADOWMAP ) && NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHTS; i ++ ) {
		sunLight = sunLights[ i ];
		getSunLightInfo( sunLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SUN_LIGHT_SHADOWS )
		sunLightShadow = sunLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getSunShadow( sunShadowMap[ i ], sunLightShadow, UNROLLED_LOOP_INDEX ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_DIR_LIGHTS > 0 ) && defined( RE_Direct )
	DirectionalLight directionalLight;
	#if defined( USE_SHADOWMAP ) && NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
		directionalLight = directionalLights[ i ];
		getDirectionalLightInfo( directionalLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
		directionalLightShadow = directionalLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( directionalShadowMap[ i ], directionalLightShadow.shadowMapSize, directionalLightShadow.shadowIntensity, directionalLightShadow.shadowBias, directionalLightShadow.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_RECT_AREA_LIGHTS > 0 ) && defined( RE_Direct_RectArea )
	RectAreaLight rectAreaLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_RECT_AREA_LIGHTS; i ++ ) {
		rectAreaLight = rectAreaLights[ i ];
		RE_Direct_RectArea( rectAreaLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if defined( RE_IndirectDiffuse )
	vec3 iblIrradiance = vec3( 0.0 );
	vec3 irradiance = getAmbientLightIrradiance( ambientLightColor );
	#if defined( USE_LIGHT_PROBES )
		irradiance += getLightProbeIrradiance( lightProbe, geometryNormal );
	#endif
	#if ( NUM_HEMI_LIGHTS > 0 )
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_HEMI_LIGHTS; i ++ ) {
			irradiance += getHemisphereLightIrradiance( hemisphereLights[ i ], geometryNormal );
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_LIGHT_PROBE_GRIDS > 0
		vec3 probeWorldPos = ( ( vec4( geometryPosition, 1.0 ) - viewMatrix[ 3 ] ) * viewMatrix ).xyz;
		vec3 probeWorldNormal = transformNormalByInverseViewMatrix( geometryNormal, viewMatrix );
		int probeGrid = - 1;
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( isInsideLightProbeGrid( probeWorldPos, probeWorldNormal, probesMin[ i ], probesMax[ i ], probesResolution[ i ] ) ) probeGrid = UNROLLED_LOOP_INDEX;
		}
		#pragma unroll_loop_end
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( probeGrid == UNROLLED_LOOP_INDEX ) irradiance += getLightProbeGridIrradiance( probesSH[ i ], probesMin[ i ], probesMax[ i ], probesResolution[ i ], probeWorldPos, probeWorldNormal );
		}
		#pragma unroll_loop_end
	#endif
#endif
#if defined( RE_IndirectSpecular )
	vec3 radiance = vec3( 0.0 );
	vec3 clearcoatRadiance = vec3( 0.0 );
#endif`,rd=`#if defined( RE_IndirectDiffuse )
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		vec3 lightMapIrradiance = lightMapTexel.rgb * lightMapIntensity;
		irradiance += lightMapIrradiance;
	#endif
	#if defined( USE_ENVMAP ) && defined( ENVMAP_TYPE_PMREM )
		#if defined( STANDARD ) || defined( LAMBERT ) || defined( PHONG )
			iblIrradiance += getIBLIrradiance( geometryNormal );
		#endif
	#endif
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
	#ifdef USE_ANISOTROPY
		vec3 iblRadiance = getIBLAnisotropyRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
	#else
		vec3 iblRadiance = getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );
	#endif
	#ifdef USE_RETROREFLECTION
		#ifdef USE_ANISOTROPY
			vec3 retroIBLRadiance = getIBLAnisotropyRetroRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
		#else
			vec3 retroIBLRadiance = getIBLRetroRadiance( geometryViewDir, geometryNormal, material.roughness );
		#endif
		iblRadiance = mix( iblRadiance, retroIBLRadiance, saturate( material.retroreflectivity ) );
	#endif
	radiance += iblRadiance;
	#ifdef USE_CLEARCOAT
		clearcoatRadiance += getIBLRadiance( geometryViewDir, geometryClearcoatNormal, material.clearcoatRoughness );
	#endif
#endif`,ad=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,od=`#if NUM_LIGHT_PROBE_GRIDS > 0
uniform highp sampler3D probesSH[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMin[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMax[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesResolution[ NUM_LIGHT_PROBE_GRIDS ];
bool isInsideLightProbeGrid( vec3 worldPos, vec3 worldNormal, vec3 probesMin, vec3 probesMax, vec3 probesResolution ) {
	vec3 spacing = ( probesMax - probesMin ) / probesResolution;
	vec3 samplePos = worldPos + worldNormal * spacing * 0.5;
	vec3 margin = spacing * 0.01;
	return all( greaterThanEqual( samplePos, probesMin - margin ) ) && all( lessThanEqual( samplePos, probesMax + margin ) );
}
vec3 getLightProbeGridIrradiance( highp sampler3D probesSH, vec3 probesMin, vec3 probesMax, vec3 probesResolution, vec3 worldPos, vec3 worldNormal ) {
	vec3 res = probesResolution;
	vec3 gridRange = probesMax - probesMin;
	vec3 probeSpacing = gridRange / res;
	vec3 samplePos = worldPos + worldNormal * probeSpacing * 0.5;
	vec3 uvw = clamp( ( samplePos - probesMin ) / gridRange, 0.5 / res, 1.0 - 0.5 / res );
	float nz          = res.z;
	float paddedSlices = nz + 2.0;
	float atlasDepth  = 7.0 * paddedSlices;
	float uvZBase     = uvw.z * nz + 1.0;
	vec4 s0 = texture( probesSH, vec3( uvw.xy, ( uvZBase                       ) / atlasDepth ) );
	vec4 s1 = texture( probesSH, vec3( uvw.xy, ( uvZBase +       paddedSlices   ) / atlasDepth ) );
	vec4 s2 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 2.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s3 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 3.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s4 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 4.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s5 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 5.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s6 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 6.0 * paddedSlices   ) / atlasDepth ) );
	vec3 c0 = s0.xyz;
	vec3 c1 = vec3( s0.w, s1.xy );
	vec3 c2 = vec3( s1.zw, s2.x );
	vec3 c3 = s2.yzw;
	vec3 c4 = s3.xyz;
	vec3 c5 = vec3( s3.w, s4.xy );
	vec3 c6 = vec3( s4.zw, s5.x );
	vec3 c7 = s5.yzw;
	vec3 c8 = s6.xyz;
	float x = worldNormal.x, y = worldNormal.y, z = worldNormal.z;
	vec3 result = c0 * 0.886227;
	result += c1 * 2.0 * 0.511664 * y;
	result += c2 * 2.0 * 0.511664 * z;
	result += c3 * 2.0 * 0.511664 * x;
	result += c4 * 2.0 * 0.429043 * x * y;
	result += c5 * 2.0 * 0.429043 * y * z;
	result += c6 * ( 0.743125 * z * z - 0.247708 );
	result += c7 * 2.0 * 0.429043 * x * z;
	result += c8 * 0.429043 * ( x * x - y * y );
	return max( result, vec3( 0.0 ) );
}
#endif`,ld=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,cd=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,hd=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,ud=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,fd=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,dd=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,pd=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
	#if defined( USE_POINTS_UV )
		vec2 uv = vUv;
	#else
		vec2 uv = ( uvTransform * vec3( gl_PointCoord.x, 1.0 - gl_PointCoord.y, 1 ) ).xy;
	#endif
#endif
#ifdef USE_MAP
	diffuseColor *= texture2D( map, uv );
#endif
#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, uv ).g;
#endif`,md=`#if defined( USE_POINTS_UV )
	varying vec2 vUv;
#else
	#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
		uniform mat3 uvTransform;
	#endif
#endif
#ifdef USE_MAP
	uniform sampler2D map;
#endif
#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,gd=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,_d=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,xd=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,vd=`#if defined( USE_MORPHCOLORS )
	#if defined( USE_COLOR_ALPHA )
		vColor *= morphTargetBaseInfluence;
	#elif defined( USE_COLOR )
		vColor.rgb *= morphTargetBaseInfluence;
	#endif
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor.rgb += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,yd=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,Sd=`#ifdef USE_MORPHTARGETS
	#ifndef USE_INSTANCING_MORPH
		uniform float morphTargetBaseInfluence;
		uniform float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	#endif
	uniform sampler2DArray morphTargetsTexture;
	uniform ivec2 morphTargetsTextureSize;
	vec4 getMorph( const in int vertexIndex, const in int morphTargetIndex, const in int offset ) {
		int texelIndex = vertexIndex * MORPHTARGETS_TEXTURE_STRIDE + offset;
		int y = texelIndex / morphTargetsTextureSize.x;
		int x = texelIndex - y * morphTargetsTextureSize.x;
		ivec3 morphUV = ivec3( x, y, morphTargetIndex );
		return texelFetch( morphTargetsTexture, morphUV, 0 );
	}
#endif`,Md=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,bd=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
#ifdef FLAT_SHADED
	vec3 fdx = dFdx( vViewPosition );
	vec3 fdy = dFdy( vViewPosition );
	vec3 normal = normalize( cross( fdx, fdy ) );
#else
	vec3 normal = normalize( vNormal );
	#ifdef DOUBLE_SIDED
		normal *= faceDirection;
	#endif
#endif
#if defined( USE_NORMALMAP_TANGENTSPACE ) || defined( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY )
	#ifdef USE_TANGENT
		mat3 tbn = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn = getTangentFrame( - vViewPosition, normal,
		#if defined( USE_NORMALMAP )
			vNormalMapUv
		#elif defined( USE_CLEARCOAT_NORMALMAP )
			vClearcoatNormalMapUv
		#else
			vUv
		#endif
		);
	#endif
	#ifdef DOUBLE_SIDED
		tbn[0] *= faceDirection;
		tbn[1] *= faceDirection;
	#endif
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	#ifdef USE_TANGENT
		mat3 tbn2 = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn2 = getTangentFrame( - vViewPosition, normal, vClearcoatNormalMapUv );
	#endif
	#ifdef DOUBLE_SIDED
		tbn2[0] *= faceDirection;
		tbn2[1] *= faceDirection;
	#endif
#endif
vec3 nonPerturbedNormal = normal;`,wd=`#ifdef USE_NORMALMAP_OBJECTSPACE
	normal = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#ifdef FLIP_SIDED
		normal = - normal;
	#endif
	#ifdef DOUBLE_SIDED
		normal = normal * faceDirection;
	#endif
	normal = normalize( normalMatrix * normal );
#elif defined( USE_NORMALMAP_TANGENTSPACE )
	vec3 mapN = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#if defined( USE_PACKED_NORMALMAP )
		mapN = vec3( mapN.xy, sqrt( saturate( 1.0 - dot( mapN.xy, mapN.xy ) ) ) );
	#endif
	mapN.xy *= normalScale;
	normal = normalize( tbn * mapN );
#elif defined( USE_BUMPMAP )
	normal = perturbNormalArb( - vViewPosition, normal, dHdxy_fwd(), faceDirection );
#endif`,Ed=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,Td=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,Ad=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,Rd=`#ifdef USE_NORMALMAP
	uniform sampler2D normalMap;
	uniform vec2 normalScale;
#endif
#ifdef USE_NORMALMAP_OBJECTSPACE
	uniform mat3 normalMatrix;
#endif
#if ! defined ( USE_TANGENT ) && ( defined ( USE_NORMALMAP_TANGENTSPACE ) || defined ( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY ) )
	mat3 getTangentFrame( vec3 eye_pos, vec3 surf_norm, vec2 uv ) {
		vec3 q0 = dFdx( eye_pos.xyz );
		vec3 q1 = dFdy( eye_pos.xyz );
		vec2 st0 = dFdx( uv.st );
		vec2 st1 = dFdy( uv.st );
		vec3 N = surf_norm;
		vec3 q1perp = cross( q1, N );
		vec3 q0perp = cross( N, q0 );
		vec3 T = q1perp * st0.x + q0perp * st1.x;
		vec3 B = q1perp * st0.y + q0perp * st1.y;
		float det = max( dot( T, T ), dot( B, B ) );
		float scale = ( det == 0.0 ) ? 0.0 : inversesqrt( det );
		return mat3( T * scale, B * scale, N );
	}
#endif`,Cd=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,Id=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,Pd=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,Ld=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,Dd=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,Nd=`vec3 packNormalToRGB( const in vec3 normal ) {
	return normalize( normal ) * 0.5 + 0.5;
}
vec3 unpackRGBToNormal( const in vec3 rgb ) {
	return 2.0 * rgb.xyz - 1.0;
}
const float PackUpscale = 256. / 255.;const float UnpackDownscale = 255. / 256.;const float ShiftRight8 = 1. / 256.;
const float Inv255 = 1. / 255.;
const vec4 PackFactors = vec4( 1.0, 256.0, 256.0 * 256.0, 256.0 * 256.0 * 256.0 );
const vec2 UnpackFactors2 = vec2( UnpackDownscale, 1.0 / PackFactors.g );
const vec3 UnpackFactors3 = vec3( UnpackDownscale / PackFactors.rg, 1.0 / PackFactors.b );
const vec4 UnpackFactors4 = vec4( UnpackDownscale / PackFactors.rgb, 1.0 / PackFactors.a );
vec4 packDepthToRGBA( const in float v ) {
	if( v <= 0.0 )
		return vec4( 0., 0., 0., 0. );
	if( v >= 1.0 )
		return vec4( 1., 1., 1., 1. );
	float vuf;
	float af = modf( v * PackFactors.a, vuf );
	float bf = modf( vuf * ShiftRight8, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec4( vuf * Inv255, gf * PackUpscale, bf * PackUpscale, af );
}
vec3 packDepthToRGB( const in float v ) {
	if( v <= 0.0 )
		return vec3( 0., 0., 0. );
	if( v >= 1.0 )
		return vec3( 1., 1., 1. );
	float vuf;
	float bf = modf( v * PackFactors.b, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec3( vuf * Inv255, gf * PackUpscale, bf );
}
vec2 packDepthToRG( const in float v ) {
	if( v <= 0.0 )
		return vec2( 0., 0. );
	if( v >= 1.0 )
		return vec2( 1., 1. );
	float vuf;
	float gf = modf( v * 256., vuf );
	return vec2( vuf * Inv255, gf );
}
float unpackRGBAToDepth( const in vec4 v ) {
	return dot( v, UnpackFactors4 );
}
float unpackRGBToDepth( const in vec3 v ) {
	return dot( v, UnpackFactors3 );
}
float unpackRGToDepth( const in vec2 v ) {
	return v.r * UnpackFactors2.r + v.g * UnpackFactors2.g;
}
vec4 pack2HalfToRGBA( const in vec2 v ) {
	vec4 r = vec4( v.x, fract( v.x * 255.0 ), v.y, fract( v.y * 255.0 ) );
	return vec4( r.x - r.y / 255.0, r.y, r.z - r.w / 255.0, r.w );
}
vec2 unpackRGBATo2Half( const in vec4 v ) {
	return vec2( v.x + ( v.y / 255.0 ), v.z + ( v.w / 255.0 ) );
}
float viewZToOrthographicDepth( const in float viewZ, const in float near, const in float far ) {
	return ( viewZ + near ) / ( near - far );
}
float orthographicDepthToViewZ( const in float depth, const in float near, const in float far ) {
	#ifdef USE_REVERSED_DEPTH_BUFFER
	
		return depth * ( far - near ) - far;
	#else
		return depth * ( near - far ) - near;
	#endif
}
float viewZToPerspectiveDepth( const in float viewZ, const in float near, const in float far ) {
	return ( ( near + viewZ ) * far ) / ( ( far - near ) * viewZ );
}
float perspectiveDepthToViewZ( const in float depth, const in float near, const in float far ) {
	
	#ifdef USE_REVERSED_DEPTH_BUFFER
		return ( near * far ) / ( ( near - far ) * depth - near );
	#else
		return ( near * far ) / ( ( far - near ) * depth - far );
	#endif
}`,Ud=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,Fd=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,Od=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,Bd=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,zd=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,kd=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,Hd=`#if NUM_SPOT_LIGHT_COORDS > 0
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#if NUM_SPOT_LIGHT_MAPS > 0
	uniform sampler2D spotLightMap[ NUM_SPOT_LIGHT_MAPS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		#define SUN_LIGHT_CASCADES 2
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#else
			uniform sampler2D sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#endif
		uniform mat4 sunShadowMatrix[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		uniform vec4 sunShadowCascade[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
		struct SunLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SunLightShadow sunLightShadows[ NUM_SUN_LIGHT_SHADOWS ];
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#else
			uniform sampler2D directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#endif
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#else
			uniform sampler2D spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#endif
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform samplerCubeShadow pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#elif defined( SHADOWMAP_TYPE_BASIC )
			uniform samplerCube pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#endif
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float interleavedGradientNoise( vec2 position ) {
			return fract( 52.9829189 * fract( dot( position, vec2( 0.06711056, 0.00583715 ) ) ) );
		}
		vec2 vogelDiskSample( int sampleIndex, int samplesCount, float phi ) {
			const float goldenAngle = 2.399963229728653;
			float r = sqrt( ( float( sampleIndex ) + 0.5 ) / float( samplesCount ) );
			float theta = float( sampleIndex ) * goldenAngle + phi;
			return vec2( cos( theta ), sin( theta ) ) * r;
		}
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float getShadow( sampler2DShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
				vec2 radius = shadowRadius * texelSize;
				float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
				shadow = (
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 0, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 1, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 2, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 3, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 4, 5, phi ) * radius, shadowCoord.z ) )
				) * 0.2;
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#elif defined( SHADOWMAP_TYPE_VSM )
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 distribution = texture2D( shadowMap, shadowCoord.xy ).rg;
				float mean = distribution.x;
				float variance = distribution.y * distribution.y;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					float hard_shadow = step( mean, shadowCoord.z );
				#else
					float hard_shadow = step( shadowCoord.z, mean );
				#endif
				
				if ( hard_shadow == 1.0 ) {
					shadow = 1.0;
				} else {
					variance = max( variance, 0.0000001 );
					float d = shadowCoord.z - mean;
					float p_max = variance / ( variance + d * d );
					p_max = clamp( ( p_max - 0.3 ) / 0.65, 0.0, 1.0 );
					shadow = max( hard_shadow, p_max );
				}
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#else
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				float depth = texture2D( shadowMap, shadowCoord.xy ).r;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					shadow = step( depth, shadowCoord.z );
				#else
					shadow = step( shadowCoord.z, depth );
				#endif
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#endif
	#if NUM_SUN_LIGHT_SHADOWS > 0
		float getSunShadow(
			#if defined( SHADOWMAP_TYPE_PCF )
				sampler2DShadow shadowMap,
			#else
				sampler2D shadowMap,
			#endif
			SunLightShadow sunLightShadow,
			int shadowIndex
		) {
			vec4 shadowWorldPosition = vec4( vSunShadowWorldPosition.xyz + vSunShadowWorldNormal * sunLightShadow.shadowNormalBias, 1.0 );
			float viewDepth = vSunShadowWorldPosition.w;
			int cascadeOffset = shadowIndex * SUN_LIGHT_CASCADES;
			float shadow = 1.0;
			for ( int i = SUN_LIGHT_CASCADES - 1; i >= 0; i -- ) {
				vec4 cascade = sunShadowCascade[ cascadeOffset + i ];
				if ( viewDepth >= cascade.x && viewDepth < cascade.y ) {
					float cascadeShadow = getShadow(
						shadowMap,
						sunLightShadow.shadowMapSize,
						sunLightShadow.shadowIntensity,
						sunLightShadow.shadowBias,
						sunLightShadow.shadowRadius,
						sunShadowMatrix[ cascadeOffset + i ] * shadowWorldPosition
					);
					shadow = mix( cascadeShadow, shadow, smoothstep( cascade.z, cascade.y, viewDepth ) );
				}
			}
			return shadow;
		}
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
	#if defined( SHADOWMAP_TYPE_PCF )
	float getPointShadow( samplerCubeShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 bd3D = normalize( lightToPosition );
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float lightDistance = length( lightToPosition );
			float depthRange = shadowCameraFar - shadowCameraNear;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				float depthA = - shadowCameraNear / depthRange - shadowBias;
				float depthB = shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#else
				float depthA = shadowCameraFar / depthRange + shadowBias;
				float depthB = - shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#endif
			float texelSize = shadowRadius / shadowMapSize.x;
			vec3 absDir = abs( bd3D );
			vec3 tangent = absDir.x > absDir.z ? vec3( 0.0, 1.0, 0.0 ) : vec3( 1.0, 0.0, 0.0 );
			tangent = normalize( cross( bd3D, tangent ) );
			vec3 bitangent = cross( bd3D, tangent );
			float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
			shadow = 0.0;
			for ( int i = 0; i < 5; i ++ ) {
				vec2 offset = vogelDiskSample( i, 5, phi );
				vec3 direction = bd3D + ( tangent * offset.x + bitangent * offset.y ) * texelSize;
				vec3 absDirection = abs( direction );
				float dp = depthA + depthB / max( max( absDirection.x, absDirection.y ), absDirection.z );
				shadow += texture( shadowMap, vec4( direction, dp ) );
			}
			shadow *= 0.2;
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#elif defined( SHADOWMAP_TYPE_BASIC )
	float getPointShadow( samplerCube shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float dp = ( shadowCameraFar * ( viewSpaceZ - shadowCameraNear ) ) / ( viewSpaceZ * ( shadowCameraFar - shadowCameraNear ) );
			dp += shadowBias;
			vec3 bd3D = normalize( lightToPosition );
			float depth = textureCube( shadowMap, bd3D ).r;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				depth = 1.0 - depth;
			#endif
			shadow = step( dp, depth );
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#endif
	#endif
#endif`,Gd=`#if NUM_SPOT_LIGHT_COORDS > 0
	uniform mat4 spotLightMatrix[ NUM_SPOT_LIGHT_COORDS ];
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform mat4 directionalShadowMatrix[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform mat4 pointShadowMatrix[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
#endif`,Vd=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
	#ifdef HAS_NORMAL
		vec3 shadowWorldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
	#else
		vec3 shadowWorldNormal = vec3( 0.0 );
	#endif
	vec4 shadowWorldPosition;
#endif
#if defined( USE_SHADOWMAP )
	#if NUM_SUN_LIGHT_SHADOWS > 0
		vSunShadowWorldPosition = vec4( worldPosition.xyz, - mvPosition.z );
		vSunShadowWorldNormal = shadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * directionalLightShadows[ i ].shadowNormalBias, 0 );
			vDirectionalShadowCoord[ i ] = directionalShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * pointLightShadows[ i ].shadowNormalBias, 0 );
			vPointShadowCoord[ i ] = pointShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
#endif
#if NUM_SPOT_LIGHT_COORDS > 0
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_COORDS; i ++ ) {
		shadowWorldPosition = worldPosition;
		#if ( defined( USE_SHADOWMAP ) && UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
			shadowWorldPosition.xyz += shadowWorldNormal * spotLightShadows[ i ].shadowNormalBias;
		#endif
		vSpotLightCoord[ i ] = spotLightMatrix[ i ] * shadowWorldPosition;
	}
	#pragma unroll_loop_end
#endif`,Wd=`float getShadowMask() {
	float shadow = 1.0;
	#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHT_SHADOWS; i ++ ) {
		sunLight = sunLightShadows[ i ];
		shadow *= receiveShadow ? getSunShadow( sunShadowMap[ i ], sunLight, UNROLLED_LOOP_INDEX ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
		directionalLight = directionalLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( directionalShadowMap[ i ], directionalLight.shadowMapSize, directionalLight.shadowIntensity, directionalLight.shadowBias, directionalLight.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_SHADOWS; i ++ ) {
		spotLight = spotLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( spotShadowMap[ i ], spotLight.shadowMapSize, spotLight.shadowIntensity, spotLight.shadowBias, spotLight.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0 && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
	PointLightShadow pointLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
		pointLight = pointLightShadows[ i ];
		shadow *= receiveShadow ? getPointShadow( pointShadowMap[ i ], pointLight.shadowMapSize, pointLight.shadowIntensity, pointLight.shadowBias, pointLight.shadowRadius, vPointShadowCoord[ i ], pointLight.shadowCameraNear, pointLight.shadowCameraFar ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#endif
	return shadow;
}`,Xd=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,qd=`#ifdef USE_SKINNING
	uniform mat4 bindMatrix;
	uniform mat4 bindMatrixInverse;
	uniform highp sampler2D boneTexture;
	mat4 getBoneMatrix( const in float i ) {
		int size = textureSize( boneTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( boneTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( boneTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( boneTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( boneTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
#endif`,Yd=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,Zd=`#ifdef USE_SKINNING
	mat4 skinMatrix = mat4( 0.0 );
	skinMatrix += skinWeight.x * boneMatX;
	skinMatrix += skinWeight.y * boneMatY;
	skinMatrix += skinWeight.z * boneMatZ;
	skinMatrix += skinWeight.w * boneMatW;
	skinMatrix = bindMatrixInverse * skinMatrix * bindMatrix;
	objectNormal = vec4( skinMatrix * vec4( objectNormal, 0.0 ) ).xyz;
	#ifdef USE_TANGENT
		objectTangent = vec4( skinMatrix * vec4( objectTangent, 0.0 ) ).xyz;
	#endif
#endif`,$d=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,Jd=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,Kd=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,Qd=`#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
uniform float toneMappingExposure;
vec3 LinearToneMapping( vec3 color ) {
	return saturate( toneMappingExposure * color );
}
vec3 ReinhardToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	return saturate( color / ( vec3( 1.0 ) + color ) );
}
vec3 CineonToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	color = max( vec3( 0.0 ), color - 0.004 );
	return pow( ( color * ( 6.2 * color + 0.5 ) ) / ( color * ( 6.2 * color + 1.7 ) + 0.06 ), vec3( 2.2 ) );
}
vec3 RRTAndODTFit( vec3 v ) {
	vec3 a = v * ( v + 0.0245786 ) - 0.000090537;
	vec3 b = v * ( 0.983729 * v + 0.4329510 ) + 0.238081;
	return a / b;
}
vec3 ACESFilmicToneMapping( vec3 color ) {
	const mat3 ACESInputMat = mat3(
		vec3( 0.59719, 0.07600, 0.02840 ),		vec3( 0.35458, 0.90834, 0.13383 ),
		vec3( 0.04823, 0.01566, 0.83777 )
	);
	const mat3 ACESOutputMat = mat3(
		vec3(  1.60475, -0.10208, -0.00327 ),		vec3( -0.53108,  1.10813, -0.07276 ),
		vec3( -0.07367, -0.00605,  1.07602 )
	);
	color *= toneMappingExposure / 0.6;
	color = ACESInputMat * color;
	color = RRTAndODTFit( color );
	color = ACESOutputMat * color;
	return saturate( color );
}
const mat3 LINEAR_REC2020_TO_LINEAR_SRGB = mat3(
	vec3( 1.6605, - 0.1246, - 0.0182 ),
	vec3( - 0.5876, 1.1329, - 0.1006 ),
	vec3( - 0.0728, - 0.0083, 1.1187 )
);
const mat3 LINEAR_SRGB_TO_LINEAR_REC2020 = mat3(
	vec3( 0.6274, 0.0691, 0.0164 ),
	vec3( 0.3293, 0.9195, 0.0880 ),
	vec3( 0.0433, 0.0113, 0.8956 )
);
vec3 agxDefaultContrastApprox( vec3 x ) {
	vec3 x2 = x * x;
	vec3 x4 = x2 * x2;
	return + 15.5 * x4 * x2
		- 40.14 * x4 * x
		+ 31.96 * x4
		- 6.868 * x2 * x
		+ 0.4298 * x2
		+ 0.1191 * x
		- 0.00232;
}
vec3 AgXToneMapping( vec3 color ) {
	const mat3 AgXInsetMatrix = mat3(
		vec3( 0.856627153315983, 0.137318972929847, 0.11189821299995 ),
		vec3( 0.0951212405381588, 0.761241990602591, 0.0767994186031903 ),
		vec3( 0.0482516061458583, 0.101439036467562, 0.811302368396859 )
	);
	const mat3 AgXOutsetMatrix = mat3(
		vec3( 1.1271005818144368, - 0.1413297634984383, - 0.14132976349843826 ),
		vec3( - 0.11060664309660323, 1.157823702216272, - 0.11060664309660294 ),
		vec3( - 0.016493938717834573, - 0.016493938717834257, 1.2519364065950405 )
	);
	const float AgxMinEv = - 12.47393;	const float AgxMaxEv = 4.026069;
	color *= toneMappingExposure;
	color = LINEAR_SRGB_TO_LINEAR_REC2020 * color;
	color = AgXInsetMatrix * color;
	color = max( color, 1e-10 );	color = log2( color );
	color = ( color - AgxMinEv ) / ( AgxMaxEv - AgxMinEv );
	color = clamp( color, 0.0, 1.0 );
	color = agxDefaultContrastApprox( color );
	color = AgXOutsetMatrix * color;
	color = pow( max( vec3( 0.0 ), color ), vec3( 2.2 ) );
	color = LINEAR_REC2020_TO_LINEAR_SRGB * color;
	color = clamp( color, 0.0, 1.0 );
	return color;
}
vec3 NeutralToneMapping( vec3 color ) {
	const float StartCompression = 0.8 - 0.04;
	const float Desaturation = 0.15;
	color *= toneMappingExposure;
	float x = min( color.r, min( color.g, color.b ) );
	float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
	color -= offset;
	float peak = max( color.r, max( color.g, color.b ) );
	if ( peak < StartCompression ) return color;
	float d = 1. - StartCompression;
	float newPeak = 1. - d * d / ( peak + d - StartCompression );
	color *= newPeak / peak;
	float g = 1. - 1. / ( Desaturation * ( peak - newPeak ) + 1. );
	return mix( color, vec3( newPeak ), g );
}
vec3 CustomToneMapping( vec3 color ) { return color; }`,jd=`#ifdef USE_TRANSMISSION
	material.transmission = transmission;
	material.transmissionAlpha = 1.0;
	material.thickness = thickness;
	material.attenuationDistance = attenuationDistance;
	material.attenuationColor = attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		material.transmission *= texture2D( transmissionMap, vTransmissionMapUv ).r;
	#endif
	#ifdef USE_THICKNESSMAP
		material.thickness *= texture2D( thicknessMap, vThicknessMapUv ).g;
	#endif
	vec3 pos = vWorldPosition;
	vec3 v = normalize( cameraPosition - pos );
	vec3 n = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec4 transmitted = getIBLVolumeRefraction(
		n, v, material.roughness, material.diffuseContribution, material.specularColorBlended, material.specularF90,
		pos, modelMatrix, viewMatrix, projectionMatrix, material.dispersion, material.ior, material.thickness,
		material.attenuationColor, material.attenuationDistance );
	material.transmissionAlpha = mix( material.transmissionAlpha, transmitted.a, material.transmission );
	totalDiffuse = mix( totalDiffuse, transmitted.rgb, material.transmission );
#endif`,ep=`#ifdef USE_TRANSMISSION
	uniform float transmission;
	uniform float thickness;
	uniform float attenuationDistance;
	uniform vec3 attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		uniform sampler2D transmissionMap;
	#endif
	#ifdef USE_THICKNESSMAP
		uniform sampler2D thicknessMap;
	#endif
	uniform vec2 transmissionSamplerSize;
	uniform sampler2D transmissionSamplerMap;
	uniform mat4 modelMatrix;
	uniform mat4 projectionMatrix;
	varying vec3 vWorldPosition;
	float w0( float a ) {
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - a + 3.0 ) - 3.0 ) + 1.0 );
	}
	float w1( float a ) {
		return ( 1.0 / 6.0 ) * ( a *  a * ( 3.0 * a - 6.0 ) + 4.0 );
	}
	float w2( float a ){
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - 3.0 * a + 3.0 ) + 3.0 ) + 1.0 );
	}
	float w3( float a ) {
		return ( 1.0 / 6.0 ) * ( a * a * a );
	}
	float g0( float a ) {
		return w0( a ) + w1( a );
	}
	float g1( float a ) {
		return w2( a ) + w3( a );
	}
	float h0( float a ) {
		return - 1.0 + w1( a ) / ( w0( a ) + w1( a ) );
	}
	float h1( float a ) {
		return 1.0 + w3( a ) / ( w2( a ) + w3( a ) );
	}
	vec4 bicubic( sampler2D tex, vec2 uv, vec4 texelSize, float lod ) {
		uv = uv * texelSize.zw + 0.5;
		vec2 iuv = floor( uv );
		vec2 fuv = fract( uv );
		float g0x = g0( fuv.x );
		float g1x = g1( fuv.x );
		float h0x = h0( fuv.x );
		float h1x = h1( fuv.x );
		float h0y = h0( fuv.y );
		float h1y = h1( fuv.y );
		vec2 p0 = ( vec2( iuv.x + h0x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p1 = ( vec2( iuv.x + h1x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p2 = ( vec2( iuv.x + h0x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		vec2 p3 = ( vec2( iuv.x + h1x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		return g0( fuv.y ) * ( g0x * textureLod( tex, p0, lod ) + g1x * textureLod( tex, p1, lod ) ) +
			g1( fuv.y ) * ( g0x * textureLod( tex, p2, lod ) + g1x * textureLod( tex, p3, lod ) );
	}
	vec4 textureBicubic( sampler2D sampler, vec2 uv, float lod ) {
		vec2 fLodSize = vec2( textureSize( sampler, int( lod ) ) );
		vec2 cLodSize = vec2( textureSize( sampler, int( lod + 1.0 ) ) );
		vec2 fLodSizeInv = 1.0 / fLodSize;
		vec2 cLodSizeInv = 1.0 / cLodSize;
		vec4 fSample = bicubic( sampler, uv, vec4( fLodSizeInv, fLodSize ), floor( lod ) );
		vec4 cSample = bicubic( sampler, uv, vec4( cLodSizeInv, cLodSize ), ceil( lod ) );
		return mix( fSample, cSample, fract( lod ) );
	}
	vec3 getVolumeTransmissionRay( const in vec3 n, const in vec3 v, const in float thickness, const in float ior, const in mat4 modelMatrix ) {
		vec3 refractionVector = refract( - v, normalize( n ), 1.0 / ior );
		vec3 modelScale;
		modelScale.x = length( vec3( modelMatrix[ 0 ].xyz ) );
		modelScale.y = length( vec3( modelMatrix[ 1 ].xyz ) );
		modelScale.z = length( vec3( modelMatrix[ 2 ].xyz ) );
		return normalize( refractionVector ) * thickness * modelScale;
	}
	float applyIorToRoughness( const in float roughness, const in float ior ) {
		return roughness * clamp( ior * 2.0 - 2.0, 0.0, 1.0 );
	}
	vec4 getTransmissionSample( const in vec2 fragCoord, const in float roughness, const in float ior ) {
		float lod = log2( transmissionSamplerSize.x ) * applyIorToRoughness( roughness, ior );
		return textureBicubic( transmissionSamplerMap, fragCoord.xy, lod );
	}
	vec3 volumeAttenuation( const in float transmissionDistance, const in vec3 attenuationColor, const in float attenuationDistance ) {
		if ( isinf( attenuationDistance ) ) {
			return vec3( 1.0 );
		} else {
			vec3 attenuationCoefficient = -log( attenuationColor ) / attenuationDistance;
			vec3 transmittance = exp( - attenuationCoefficient * transmissionDistance );			return transmittance;
		}
	}
	vec4 getIBLVolumeRefraction( const in vec3 n, const in vec3 v, const in float roughness, const in vec3 diffuseColor,
		const in vec3 specularColor, const in float specularF90, const in vec3 position, const in mat4 modelMatrix,
		const in mat4 viewMatrix, const in mat4 projMatrix, const in float dispersion, const in float ior, const in float thickness,
		const in vec3 attenuationColor, const in float attenuationDistance ) {
		vec4 transmittedLight;
		vec3 transmittance;
		#ifdef USE_DISPERSION
			float halfSpread = ( ior - 1.0 ) * 0.025 * dispersion;
			vec3 iors = vec3( ior - halfSpread, ior, ior + halfSpread );
			for ( int i = 0; i < 3; i ++ ) {
				vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, iors[ i ], modelMatrix );
				vec3 refractedRayExit = position + transmissionRay;
				vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
				vec2 refractionCoords = ndcPos.xy / ndcPos.w;
				refractionCoords += 1.0;
				refractionCoords /= 2.0;
				vec4 transmissionSample = getTransmissionSample( refractionCoords, roughness, iors[ i ] );
				transmittedLight[ i ] = transmissionSample[ i ];
				transmittedLight.a += transmissionSample.a;
				transmittance[ i ] = diffuseColor[ i ] * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance )[ i ];
			}
			transmittedLight.a /= 3.0;
		#else
			vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, ior, modelMatrix );
			vec3 refractedRayExit = position + transmissionRay;
			vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
			vec2 refractionCoords = ndcPos.xy / ndcPos.w;
			refractionCoords += 1.0;
			refractionCoords /= 2.0;
			transmittedLight = getTransmissionSample( refractionCoords, roughness, ior );
			transmittance = diffuseColor * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance );
		#endif
		vec3 attenuatedColor = transmittance * transmittedLight.rgb;
		vec3 F = EnvironmentBRDF( n, v, specularColor, specularF90, roughness );
		float transmittanceFactor = ( transmittance.r + transmittance.g + transmittance.b ) / 3.0;
		return vec4( ( 1.0 - F ) * attenuatedColor, 1.0 - ( 1.0 - transmittedLight.a ) * transmittanceFactor );
	}
#endif`,tp=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_SPECULARMAP
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,np=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	uniform mat3 mapTransform;
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	uniform mat3 alphaMapTransform;
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	uniform mat3 lightMapTransform;
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	uniform mat3 aoMapTransform;
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	uniform mat3 bumpMapTransform;
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	uniform mat3 normalMapTransform;
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_DISPLACEMENTMAP
	uniform mat3 displacementMapTransform;
	varying vec2 vDisplacementMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	uniform mat3 emissiveMapTransform;
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	uniform mat3 metalnessMapTransform;
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	uniform mat3 roughnessMapTransform;
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	uniform mat3 diffuseRoughnessMapTransform;
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	uniform mat3 anisotropyMapTransform;
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	uniform mat3 clearcoatMapTransform;
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform mat3 clearcoatNormalMapTransform;
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform mat3 clearcoatRoughnessMapTransform;
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	uniform mat3 sheenColorMapTransform;
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	uniform mat3 sheenRoughnessMapTransform;
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	uniform mat3 iridescenceMapTransform;
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform mat3 iridescenceThicknessMapTransform;
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SPECULARMAP
	uniform mat3 specularMapTransform;
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	uniform mat3 specularColorMapTransform;
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	uniform mat3 specularIntensityMapTransform;
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,ip=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	vUv = vec3( uv, 1 ).xy;
#endif
#ifdef USE_MAP
	vMapUv = ( mapTransform * vec3( MAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ALPHAMAP
	vAlphaMapUv = ( alphaMapTransform * vec3( ALPHAMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_LIGHTMAP
	vLightMapUv = ( lightMapTransform * vec3( LIGHTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_AOMAP
	vAoMapUv = ( aoMapTransform * vec3( AOMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_BUMPMAP
	vBumpMapUv = ( bumpMapTransform * vec3( BUMPMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_NORMALMAP
	vNormalMapUv = ( normalMapTransform * vec3( NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DISPLACEMENTMAP
	vDisplacementMapUv = ( displacementMapTransform * vec3( DISPLACEMENTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_EMISSIVEMAP
	vEmissiveMapUv = ( emissiveMapTransform * vec3( EMISSIVEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_METALNESSMAP
	vMetalnessMapUv = ( metalnessMapTransform * vec3( METALNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ROUGHNESSMAP
	vRoughnessMapUv = ( roughnessMapTransform * vec3( ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	vDiffuseRoughnessMapUv = ( diffuseRoughnessMapTransform * vec3( DIFFUSE_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ANISOTROPYMAP
	vAnisotropyMapUv = ( anisotropyMapTransform * vec3( ANISOTROPYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOATMAP
	vClearcoatMapUv = ( clearcoatMapTransform * vec3( CLEARCOATMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	vClearcoatNormalMapUv = ( clearcoatNormalMapTransform * vec3( CLEARCOAT_NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	vClearcoatRoughnessMapUv = ( clearcoatRoughnessMapTransform * vec3( CLEARCOAT_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCEMAP
	vIridescenceMapUv = ( iridescenceMapTransform * vec3( IRIDESCENCEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	vIridescenceThicknessMapUv = ( iridescenceThicknessMapTransform * vec3( IRIDESCENCE_THICKNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_COLORMAP
	vSheenColorMapUv = ( sheenColorMapTransform * vec3( SHEEN_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	vSheenRoughnessMapUv = ( sheenRoughnessMapTransform * vec3( SHEEN_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULARMAP
	vSpecularMapUv = ( specularMapTransform * vec3( SPECULARMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_COLORMAP
	vSpecularColorMapUv = ( specularColorMapTransform * vec3( SPECULAR_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	vSpecularIntensityMapUv = ( specularIntensityMapTransform * vec3( SPECULAR_INTENSITYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_TRANSMISSIONMAP
	vTransmissionMapUv = ( transmissionMapTransform * vec3( TRANSMISSIONMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_THICKNESSMAP
	vThicknessMapUv = ( thicknessMapTransform * vec3( THICKNESSMAP_UV, 1 ) ).xy;
#endif`,sp=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,rp=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,ap=`uniform sampler2D t2D;
uniform float backgroundIntensity;
varying vec2 vUv;
void main() {
	vec4 texColor = texture2D( t2D, vUv );
	#ifdef DECODE_VIDEO_TEXTURE
		texColor = vec4( mix( pow( texColor.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), texColor.rgb * 0.0773993808, vec3( lessThanEqual( texColor.rgb, vec3( 0.04045 ) ) ) ), texColor.w );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,op=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,lp=`uniform float backgroundBlurriness;
uniform float backgroundIntensity;
uniform mat3 backgroundRotation;
varying vec3 vWorldDirection;
#include <envmap_common_pars_fragment>
void main() {
	#ifdef ENVMAP_TYPE_PMREM
		vec4 texColor = textureLod( envMap, backgroundRotation * vWorldDirection, roughnessToMip( backgroundBlurriness ) );
	#else
		vec4 texColor = textureCube( envMap, backgroundRotation * vWorldDirection );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,cp=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,hp=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,up=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
varying vec2 vHighPrecisionZW;
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vHighPrecisionZW = gl_Position.zw;
}`,fp=`#if DEPTH_PACKING == 3200
	uniform float opacity;
#endif
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
varying vec2 vHighPrecisionZW;
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#if DEPTH_PACKING == 3200
		diffuseColor.a = opacity;
	#endif
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <logdepthbuf_fragment>
	#ifdef USE_REVERSED_DEPTH_BUFFER
		float fragCoordZ = vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ];
	#else
		float fragCoordZ = 0.5 * vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ] + 0.5;
	#endif
	#if DEPTH_PACKING == 3200
		gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );
	#elif DEPTH_PACKING == 3201
		gl_FragColor = packDepthToRGBA( fragCoordZ );
	#elif DEPTH_PACKING == 3202
		gl_FragColor = vec4( packDepthToRGB( fragCoordZ ), 1.0 );
	#elif DEPTH_PACKING == 3203
		gl_FragColor = vec4( packDepthToRG( fragCoordZ ), 0.0, 1.0 );
	#endif
}`,dp=`#define DISTANCE
varying vec3 vWorldPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <worldpos_vertex>
	#include <clipping_planes_vertex>
	vWorldPosition = worldPosition.xyz;
}`,pp=`#define DISTANCE
uniform vec3 referencePosition;
uniform float nearDistance;
uniform float farDistance;
varying vec3 vWorldPosition;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	float dist = length( vWorldPosition - referencePosition );
	dist = ( dist - nearDistance ) / ( farDistance - nearDistance );
	dist = saturate( dist );
	gl_FragColor = vec4( dist, 0.0, 0.0, 1.0 );
}`,mp=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,gp=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,_p=`uniform float scale;
attribute float lineDistance;
varying float vLineDistance;
#include <common>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	vLineDistance = scale * lineDistance;
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,xp=`uniform vec3 diffuse;
uniform float opacity;
uniform float dashSize;
uniform float totalSize;
varying float vLineDistance;
#include <common>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	if ( mod( vLineDistance, totalSize ) > dashSize ) {
		discard;
	}
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,vp=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#if defined ( USE_ENVMAP ) || defined ( USE_SKINNING )
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinbase_vertex>
		#include <skinnormal_vertex>
		#include <defaultnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <fog_vertex>
}`,yp=`uniform vec3 diffuse;
uniform float opacity;
#ifndef FLAT_SHADED
	varying vec3 vNormal;
#endif
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		reflectedLight.indirectDiffuse += lightMapTexel.rgb * lightMapIntensity * RECIPROCAL_PI;
	#else
		reflectedLight.indirectDiffuse += vec3( 1.0 );
	#endif
	#include <aomap_fragment>
	reflectedLight.indirectDiffuse *= diffuseColor.rgb;
	vec3 outgoingLight = reflectedLight.indirectDiffuse;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,Sp=`#define LAMBERT
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,Mp=`#define LAMBERT
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_lambert_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_lambert_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,bp=`#define MATCAP
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <displacementmap_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
	vViewPosition = - mvPosition.xyz;
}`,wp=`#define MATCAP
uniform vec3 diffuse;
uniform float opacity;
uniform sampler2D matcap;
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	vec3 viewDir = normalize( vViewPosition );
	vec3 x = normalize( vec3( viewDir.z, 0.0, - viewDir.x ) );
	vec3 y = cross( viewDir, x );
	vec2 uv = vec2( dot( x, normal ), dot( y, normal ) ) * 0.495 + 0.5;
	#ifdef USE_MATCAP
		vec4 matcapColor = texture2D( matcap, uv );
	#else
		vec4 matcapColor = vec4( vec3( mix( 0.2, 0.8, uv.y ) ), 1.0 );
	#endif
	vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,Ep=`#define NORMAL
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	vViewPosition = - mvPosition.xyz;
#endif
}`,Tp=`#define NORMAL
uniform float opacity;
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <uv_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 0.0, 0.0, 0.0, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	gl_FragColor = vec4( normalize( normal ) * 0.5 + 0.5, diffuseColor.a );
	#ifdef OPAQUE
		gl_FragColor.a = 1.0;
	#endif
}`,Ap=`#define PHONG
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,Rp=`#define PHONG
uniform vec3 diffuse;
uniform vec3 emissive;
uniform vec3 specular;
uniform float shininess;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_phong_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_phong_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + reflectedLight.directSpecular + reflectedLight.indirectSpecular + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,Cp=`#define STANDARD
varying vec3 vViewPosition;
#ifdef USE_TRANSMISSION
	varying vec3 vWorldPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
#ifdef USE_TRANSMISSION
	vWorldPosition = worldPosition.xyz;
#endif
}`,Ip=`#define STANDARD
#ifdef PHYSICAL
	#define IOR
	#define USE_SPECULAR
#endif
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float roughness;
uniform float metalness;
uniform float opacity;
#ifdef IOR
	uniform float ior;
#endif
#ifdef USE_SPECULAR
	uniform float specularIntensity;
	uniform vec3 specularColor;
	#ifdef USE_SPECULAR_COLORMAP
		uniform sampler2D specularColorMap;
	#endif
	#ifdef USE_SPECULAR_INTENSITYMAP
		uniform sampler2D specularIntensityMap;
	#endif
#endif
#ifdef USE_CLEARCOAT
	uniform float clearcoat;
	uniform float clearcoatRoughness;
#endif
#ifdef USE_DIFFUSE_ROUGHNESS
	uniform float diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		uniform sampler2D diffuseRoughnessMap;
	#endif
#endif
#ifdef USE_DISPERSION
	uniform float dispersion;
#endif
#ifdef USE_RETROREFLECTION
	uniform float retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	uniform float iridescence;
	uniform float iridescenceIOR;
	uniform float iridescenceThicknessMinimum;
	uniform float iridescenceThicknessMaximum;
#endif
#ifdef USE_SHEEN
	uniform vec3 sheenColor;
	uniform float sheenRoughness;
	#ifdef USE_SHEEN_COLORMAP
		uniform sampler2D sheenColorMap;
	#endif
	#ifdef USE_SHEEN_ROUGHNESSMAP
		uniform sampler2D sheenRoughnessMap;
	#endif
#endif
#ifdef USE_ANISOTROPY
	uniform vec2 anisotropyVector;
	#ifdef USE_ANISOTROPYMAP
		uniform sampler2D anisotropyMap;
	#endif
#endif
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <iridescence_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_physical_pars_fragment>
#include <transmission_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <clearcoat_pars_fragment>
#include <iridescence_pars_fragment>
#include <roughnessmap_pars_fragment>
#include <metalnessmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <roughnessmap_fragment>
	#include <metalnessmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <clearcoat_normal_fragment_begin>
	#include <clearcoat_normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_physical_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 totalDiffuse = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse;
	vec3 totalSpecular = reflectedLight.directSpecular + reflectedLight.indirectSpecular;
	#include <transmission_fragment>
	vec3 outgoingLight = totalDiffuse + totalSpecular + totalEmissiveRadiance;
	#ifdef USE_SHEEN
 
		outgoingLight = outgoingLight + sheenSpecularDirect + sheenSpecularIndirect;
 
 	#endif
	#ifdef USE_CLEARCOAT
		float dotNVcc = saturate( dot( geometryClearcoatNormal, geometryViewDir ) );
		vec3 Fcc = F_Schlick( material.clearcoatF0, material.clearcoatF90, dotNVcc );
		outgoingLight = outgoingLight * ( 1.0 - material.clearcoat * Fcc ) + ( clearcoatSpecularDirect + clearcoatSpecularIndirect ) * material.clearcoat;
	#endif
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,Pp=`#define TOON
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,Lp=`#define TOON
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <gradientmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_toon_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_toon_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,Dp=`uniform float size;
uniform float scale;
#include <common>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#ifdef USE_POINTS_UV
	varying vec2 vUv;
	uniform mat3 uvTransform;
#endif
void main() {
	#ifdef USE_POINTS_UV
		vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	#endif
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	gl_PointSize = size;
	#ifdef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) gl_PointSize *= ( scale / - mvPosition.z );
	#endif
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <fog_vertex>
}`,Np=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <color_pars_fragment>
#include <map_particle_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_particle_fragment>
	#include <color_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,Up=`#include <common>
#include <batching_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <shadowmap_pars_vertex>
void main() {
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,Fp=`uniform vec3 color;
uniform float opacity;
#include <common>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <logdepthbuf_pars_fragment>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
void main() {
	#include <logdepthbuf_fragment>
	gl_FragColor = vec4( color, opacity * ( 1.0 - getShadowMask() ) );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,Op=`uniform float rotation;
uniform vec2 center;
#include <common>
#include <uv_pars_vertex>
#include <fog_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	vec4 mvPosition = modelViewMatrix[ 3 ];
	vec2 scale = vec2( length( modelMatrix[ 0 ].xyz ), length( modelMatrix[ 1 ].xyz ) );
	#ifndef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) scale *= - mvPosition.z;
	#endif
	vec2 alignedPosition = ( position.xy - ( center - vec2( 0.5 ) ) ) * scale;
	vec2 rotatedPosition;
	rotatedPosition.x = cos( rotation ) * alignedPosition.x - sin( rotation ) * alignedPosition.y;
	rotatedPosition.y = sin( rotation ) * alignedPosition.x + cos( rotation ) * alignedPosition.y;
	mvPosition.xy += rotatedPosition;
	gl_Position = projectionMatrix * mvPosition;
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,Bp=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`,st={alphahash_fragment:af,alphahash_pars_fragment:of,alphamap_fragment:lf,alphamap_pars_fragment:cf,alphatest_fragment:hf,alphatest_pars_fragment:uf,aomap_fragment:ff,aomap_pars_fragment:df,batching_pars_vertex:pf,batching_vertex:mf,begin_vertex:gf,beginnormal_vertex:_f,bsdfs:xf,iridescence_fragment:vf,bumpmap_pars_fragment:yf,clipping_planes_fragment:Sf,clipping_planes_pars_fragment:Mf,clipping_planes_pars_vertex:bf,clipping_planes_vertex:wf,color_fragment:Ef,color_pars_fragment:Tf,color_pars_vertex:Af,color_vertex:Rf,common:Cf,defaultnormal_vertex:If,displacementmap_pars_vertex:Pf,displacementmap_vertex:Lf,emissivemap_fragment:Df,emissivemap_pars_fragment:Nf,colorspace_fragment:Uf,colorspace_pars_fragment:Ff,envmap_fragment:Of,envmap_common_pars_fragment:Bf,envmap_pars_fragment:zf,envmap_pars_vertex:kf,envmap_physical_pars_fragment:Kf,envmap_vertex:Hf,fog_vertex:Gf,fog_pars_vertex:Vf,fog_fragment:Wf,fog_pars_fragment:Xf,gradientmap_pars_fragment:qf,lightmap_pars_fragment:Yf,lights_lambert_fragment:Zf,lights_lambert_pars_fragment:$f,lights_pars_begin:Jf,lights_toon_fragment:Qf,lights_toon_pars_fragment:jf,lights_phong_fragment:ed,lights_phong_pars_fragment:td,lights_physical_fragment:nd,lights_physical_pars_fragment:id,lights_fragment_begin:sd,lights_fragment_maps:rd,lights_fragment_end:ad,lightprobes_pars_fragment:od,logdepthbuf_fragment:ld,logdepthbuf_pars_fragment:cd,logdepthbuf_pars_vertex:hd,logdepthbuf_vertex:ud,map_fragment:fd,map_pars_fragment:dd,map_particle_fragment:pd,map_particle_pars_fragment:md,metalnessmap_fragment:gd,metalnessmap_pars_fragment:_d,morphinstance_vertex:xd,morphcolor_vertex:vd,morphnormal_vertex:yd,morphtarget_pars_vertex:Sd,morphtarget_vertex:Md,normal_fragment_begin:bd,normal_fragment_maps:wd,normal_pars_fragment:Ed,normal_pars_vertex:Td,normal_vertex:Ad,normalmap_pars_fragment:Rd,clearcoat_normal_fragment_begin:Cd,clearcoat_normal_fragment_maps:Id,clearcoat_pars_fragment:Pd,iridescence_pars_fragment:Ld,opaque_fragment:Dd,packing:Nd,premultiplied_alpha_fragment:Ud,project_vertex:Fd,dithering_fragment:Od,dithering_pars_fragment:Bd,roughnessmap_fragment:zd,roughnessmap_pars_fragment:kd,shadowmap_pars_fragment:Hd,shadowmap_pars_vertex:Gd,shadowmap_vertex:Vd,shadowmask_pars_fragment:Wd,skinbase_vertex:Xd,skinning_pars_vertex:qd,skinning_vertex:Yd,skinnormal_vertex:Zd,specularmap_fragment:$d,specularmap_pars_fragment:Jd,tonemapping_fragment:Kd,tonemapping_pars_fragment:Qd,transmission_fragment:jd,transmission_pars_fragment:ep,uv_pars_fragment:tp,uv_pars_vertex:np,uv_vertex:ip,worldpos_vertex:sp,background_vert:rp,background_frag:ap,backgroundCube_vert:op,backgroundCube_frag:lp,cube_vert:cp,cube_frag:hp,depth_vert:up,depth_frag:fp,distance_vert:dp,distance_frag:pp,equirect_vert:mp,equirect_frag:gp,linedashed_vert:_p,linedashed_frag:xp,meshbasic_vert:vp,meshbasic_frag:yp,meshlambert_vert:Sp,meshlambert_frag:Mp,meshmatcap_vert:bp,meshmatcap_frag:wp,meshnormal_vert:Ep,meshnormal_frag:Tp,meshphong_vert:Ap,meshphong_frag:Rp,meshphysical_vert:Cp,meshphysical_frag:Ip,meshtoon_vert:Pp,meshtoon_frag:Lp,points_vert:Dp,points_frag:Np,shadow_vert:Up,shadow_frag:Fp,sprite_vert:Op,sprite_frag:Bp},Be={common:{diffuse:{value:new ct(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new je},alphaMap:{value:null},alphaMapTransform:{value:new je},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new je}},envmap:{envMap:{value:null},envMapRotation:{value:new je},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new je}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new je}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new je},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new je},normalScale:{value:new ut(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new je},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new je}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new je}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new je}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new ct(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new ct(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new je},alphaTest:{value:0},uvTransform:{value:new je}},sprite:{diffuse:{value:new ct(16777215)},opacity:{value:1},center:{value:new ut(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new je},alphaMap:{value:null},alphaMapTransform:{value:new je},alphaTest:{value:0}}},Fn={basic:{uniforms:Qt([Be.common,Be.specularmap,Be.envmap,Be.aomap,Be.lightmap,Be.fog]),vertexShader:st.meshbasic_vert,fragmentShader:st.meshbasic_frag},lambert:{uniforms:Qt([Be.common,Be.specularmap,Be.envmap,Be.aomap,Be.lightmap,Be.emissivemap,Be.bumpmap,Be.normalmap,Be.displacementmap,Be.fog,Be.lights,{emissive:{value:new ct(0)},envMapIntensity:{value:1}}]),vertexShader:st.meshlambert_vert,fragmentShader:st.meshlambert_frag},phong:{uniforms:Qt([Be.common,Be.specularmap,Be.envmap,Be.aomap,Be.lightmap,Be.emissivemap,Be.bumpmap,Be.normalmap,Be.displacementmap,Be.fog,Be.lights,{emissive:{value:new ct(0)},specular:{value:new ct(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:st.meshphong_vert,fragmentShader:st.meshphong_frag},standard:{uniforms:Qt([Be.common,Be.envmap,Be.aomap,Be.lightmap,Be.emissivemap,Be.bumpmap,Be.normalmap,Be.displacementmap,Be.roughnessmap,Be.metalnessmap,Be.fog,Be.lights,{emissive:{value:new ct(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:st.meshphysical_vert,fragmentShader:st.meshphysical_frag},toon:{uniforms:Qt([Be.common,Be.aomap,Be.lightmap,Be.emissivemap,Be.bumpmap,Be.normalmap,Be.displacementmap,Be.gradientmap,Be.fog,Be.lights,{emissive:{value:new ct(0)}}]),vertexShader:st.meshtoon_vert,fragmentShader:st.meshtoon_frag},matcap:{uniforms:Qt([Be.common,Be.bumpmap,Be.normalmap,Be.displacementmap,Be.fog,{matcap:{value:null}}]),vertexShader:st.meshmatcap_vert,fragmentShader:st.meshmatcap_frag},points:{uniforms:Qt([Be.points,Be.fog]),vertexShader:st.points_vert,fragmentShader:st.points_frag},dashed:{uniforms:Qt([Be.common,Be.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:st.linedashed_vert,fragmentShader:st.linedashed_frag},depth:{uniforms:Qt([Be.common,Be.displacementmap]),vertexShader:st.depth_vert,fragmentShader:st.depth_frag},normal:{uniforms:Qt([Be.common,Be.bumpmap,Be.normalmap,Be.displacementmap,{opacity:{value:1}}]),vertexShader:st.meshnormal_vert,fragmentShader:st.meshnormal_frag},sprite:{uniforms:Qt([Be.sprite,Be.fog]),vertexShader:st.sprite_vert,fragmentShader:st.sprite_frag},background:{uniforms:{uvTransform:{value:new je},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:st.background_vert,fragmentShader:st.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new je}},vertexShader:st.backgroundCube_vert,fragmentShader:st.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:st.cube_vert,fragmentShader:st.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:st.equirect_vert,fragmentShader:st.equirect_frag},distance:{uniforms:Qt([Be.common,Be.displacementmap,{referencePosition:{value:new X},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:st.distance_vert,fragmentShader:st.distance_frag},shadow:{uniforms:Qt([Be.lights,Be.fog,{color:{value:new ct(0)},opacity:{value:1}}]),vertexShader:st.shadow_vert,fragmentShader:st.shadow_frag}};Fn.physical={uniforms:Qt([Fn.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new je},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new je},clearcoatNormalScale:{value:new ut(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new je},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new je},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new je},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new je},sheen:{value:0},sheenColor:{value:new ct(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new je},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new je},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new je},transmissionSamplerSize:{value:new ut},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new je},attenuationDistance:{value:0},attenuationColor:{value:new ct(0)},specularColor:{value:new ct(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new je},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new je},anisotropyVector:{value:new ut},anisotropyMap:{value:null},anisotropyMapTransform:{value:new je}}]),vertexShader:st.meshphysical_vert,fragmentShader:st.meshphysical_frag};var so={r:0,b:0,g:0},zp=new pt,Ch=new je;Ch.set(-1,0,0,0,1,0,0,0,1);function kp(i,e,t,n,s,r){let a=new ct(0),o=s===!0?0:1,c,h,d=null,p=0,f=null;function g(R){let D=R.isScene===!0?R.background:null;if(D&&D.isTexture){let I=R.backgroundBlurriness>0;D=e.get(D,I)}return D}function v(R){let D=!1,I=g(R);I===null?x(a,o):I&&I.isColor&&(x(I,1),D=!0);let N=i.xr.getEnvironmentBlendMode();N==="additive"?t.buffers.color.setClear(0,0,0,1,r):N==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,r),(i.autoClear||D)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),i.clear(i.autoClearColor,i.autoClearDepth,i.autoClearStencil))}function E(R,D){let I=g(D);I&&I.isCubeTexture?(h===void 0&&(h=new an(new ji(1,1,1),new Dn({name:"BackgroundCubeMaterial",uniforms:Ri(Fn.backgroundCube.uniforms),vertexShader:Fn.backgroundCube.vertexShader,fragmentShader:Fn.backgroundCube.fragmentShader,side:nn,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),h.geometry.deleteAttribute("normal"),h.geometry.deleteAttribute("uv"),h.onBeforeRender=function(N,P,y){this.matrixWorld.copyPosition(y.matrixWorld)},Object.defineProperty(h.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),n.update(h)),h.material.uniforms.envMap.value=I,h.material.uniforms.backgroundBlurriness.value=D.backgroundBlurriness,h.material.uniforms.backgroundIntensity.value=D.backgroundIntensity,h.material.uniforms.backgroundRotation.value.setFromMatrix4(zp.makeRotationFromEuler(D.backgroundRotation)).transpose(),I.isRenderTargetTexture===!1&&h.material.uniforms.backgroundRotation.value.premultiply(Ch),h.material.toneMapped=ot.getTransfer(I.colorSpace)!==xt,(d!==I||p!==I.version||f!==i.toneMapping)&&(h.material.needsUpdate=!0,d=I,p=I.version,f=i.toneMapping),h.layers.enableAll(),R.unshift(h,h.geometry,h.material,0,0,null)):I&&I.isTexture&&(c===void 0&&(c=new an(new Us(2,2),new Dn({name:"BackgroundMaterial",uniforms:Ri(Fn.background.uniforms),vertexShader:Fn.background.vertexShader,fragmentShader:Fn.background.fragmentShader,side:ci,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),Object.defineProperty(c.material,"map",{get:function(){return this.uniforms.t2D.value}}),n.update(c)),c.material.uniforms.t2D.value=I,c.material.uniforms.backgroundIntensity.value=D.backgroundIntensity,c.material.toneMapped=ot.getTransfer(I.colorSpace)!==xt,I.matrixAutoUpdate===!0&&I.updateMatrix(),c.material.uniforms.uvTransform.value.copy(I.matrix),(d!==I||p!==I.version||f!==i.toneMapping)&&(c.material.needsUpdate=!0,d=I,p=I.version,f=i.toneMapping),c.layers.enableAll(),R.unshift(c,c.geometry,c.material,0,0,null))}function x(R,D){R.getRGB(so,wl(i)),t.buffers.color.setClear(so.r,so.g,so.b,D,r)}function _(){h!==void 0&&(h.geometry.dispose(),h.material.dispose(),h=void 0),c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0)}return{getClearColor:function(){return a},setClearColor:function(R,D=1){a.set(R),o=D,x(a,o)},getClearAlpha:function(){return o},setClearAlpha:function(R){o=R,x(a,o)},render:v,addToRenderList:E,dispose:_}}function Hp(i,e){let t=i.getParameter(i.MAX_VERTEX_ATTRIBS),n={},s=f(null),r=s,a=!1;function o(O,Y,Q,L,J){let Z=!1,$=p(O,L,Q,Y);r!==$&&(r=$,h(r.object)),Z=g(O,L,Q,J),Z&&v(O,L,Q,J),J!==null&&e.update(J,i.ELEMENT_ARRAY_BUFFER),(Z||a)&&(a=!1,I(O,Y,Q,L),J!==null&&i.bindBuffer(i.ELEMENT_ARRAY_BUFFER,e.get(J).buffer))}function c(){return i.createVertexArray()}function h(O){return i.bindVertexArray(O)}function d(O){return i.deleteVertexArray(O)}function p(O,Y,Q,L){let J=L.wireframe===!0,Z=n[Y.id];Z===void 0&&(Z={},n[Y.id]=Z);let $=O.isInstancedMesh===!0?O.id:0,me=Z[$];me===void 0&&(me={},Z[$]=me);let K=me[Q.id];K===void 0&&(K={},me[Q.id]=K);let le=K[J];return le===void 0&&(le=f(c()),K[J]=le),le}function f(O){let Y=[],Q=[],L=[];for(let J=0;J<t;J++)Y[J]=0,Q[J]=0,L[J]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:Y,enabledAttributes:Q,attributeDivisors:L,object:O,attributes:{},index:null}}function g(O,Y,Q,L){let J=r.attributes,Z=Y.attributes,$=0,me=Q.getAttributes();for(let K in me)if(me[K].location>=0){let ue=J[K],Ee=Z[K];if(Ee===void 0&&(K==="instanceMatrix"&&O.instanceMatrix&&(Ee=O.instanceMatrix),K==="instanceColor"&&O.instanceColor&&(Ee=O.instanceColor)),ue===void 0||ue.attribute!==Ee||Ee&&ue.data!==Ee.data)return!0;$++}return r.attributesNum!==$||r.index!==L}function v(O,Y,Q,L){let J={},Z=Y.attributes,$=0,me=Q.getAttributes();for(let K in me)if(me[K].location>=0){let ue=Z[K];ue===void 0&&(K==="instanceMatrix"&&O.instanceMatrix&&(ue=O.instanceMatrix),K==="instanceColor"&&O.instanceColor&&(ue=O.instanceColor));let Ee={};Ee.attribute=ue,ue&&ue.data&&(Ee.data=ue.data),J[K]=Ee,$++}r.attributes=J,r.attributesNum=$,r.index=L}function E(){let O=r.newAttributes;for(let Y=0,Q=O.length;Y<Q;Y++)O[Y]=0}function x(O){_(O,0)}function _(O,Y){let Q=r.newAttributes,L=r.enabledAttributes,J=r.attributeDivisors;Q[O]=1,L[O]===0&&(i.enableVertexAttribArray(O),L[O]=1),J[O]!==Y&&(i.vertexAttribDivisor(O,Y),J[O]=Y)}function R(){let O=r.newAttributes,Y=r.enabledAttributes;for(let Q=0,L=Y.length;Q<L;Q++)Y[Q]!==O[Q]&&(i.disableVertexAttribArray(Q),Y[Q]=0)}function D(O,Y,Q,L,J,Z,$){$===!0?i.vertexAttribIPointer(O,Y,Q,J,Z):i.vertexAttribPointer(O,Y,Q,L,J,Z)}function I(O,Y,Q,L){E();let J=L.attributes,Z=Q.getAttributes(),$=Y.defaultAttributeValues;for(let me in Z){let K=Z[me];if(K.location>=0){let le=J[me];if(le===void 0&&(me==="instanceMatrix"&&O.instanceMatrix&&(le=O.instanceMatrix),me==="instanceColor"&&O.instanceColor&&(le=O.instanceColor)),le!==void 0){let ue=le.normalized,Ee=le.itemSize,Fe=e.get(le);if(Fe===void 0)continue;let se=Fe.buffer,ye=Fe.type,Oe=Fe.bytesPerElement,He=ye===i.INT||ye===i.UNSIGNED_INT||le.gpuType===Ma;if(le.isInterleavedBufferAttribute){let ge=le.data,We=ge.isInterleavedBuffer===!0?ge.stride:ge.itemSize,dt=le.offset;if(ge.isInstancedInterleavedBuffer||ge.isInstancedBufferAttribute){for(let Ve=0;Ve<K.locationSize;Ve++)_(K.location+Ve,ge.meshPerAttribute);O.isInstancedMesh!==!0&&L._maxInstanceCount===void 0&&(L._maxInstanceCount=ge.meshPerAttribute*ge.count)}else for(let Ve=0;Ve<K.locationSize;Ve++)x(K.location+Ve);i.bindBuffer(i.ARRAY_BUFFER,se);for(let Ve=0;Ve<K.locationSize;Ve++)D(K.location+Ve,Ee/K.locationSize,ye,ue,We*Oe,(dt+Ee/K.locationSize*Ve)*Oe,He)}else{if(le.isInstancedBufferAttribute){for(let ge=0;ge<K.locationSize;ge++)_(K.location+ge,le.meshPerAttribute);O.isInstancedMesh!==!0&&L._maxInstanceCount===void 0&&(L._maxInstanceCount=le.meshPerAttribute*le.count)}else for(let ge=0;ge<K.locationSize;ge++)x(K.location+ge);i.bindBuffer(i.ARRAY_BUFFER,se);for(let ge=0;ge<K.locationSize;ge++)D(K.location+ge,Ee/K.locationSize,ye,ue,Ee*Oe,Ee/K.locationSize*ge*Oe,He)}}else if($!==void 0){let ue=$[me];if(ue!==void 0)switch(ue.length){case 2:i.vertexAttrib2fv(K.location,ue);break;case 3:i.vertexAttrib3fv(K.location,ue);break;case 4:i.vertexAttrib4fv(K.location,ue);break;default:i.vertexAttrib1fv(K.location,ue)}}}}R()}function N(){H();for(let O in n){let Y=n[O];for(let Q in Y){let L=Y[Q];for(let J in L){let Z=L[J];for(let $ in Z)d(Z[$].object),delete Z[$];delete L[J]}}delete n[O]}}function P(O){if(n[O.id]===void 0)return;let Y=n[O.id];for(let Q in Y){let L=Y[Q];for(let J in L){let Z=L[J];for(let $ in Z)d(Z[$].object),delete Z[$];delete L[J]}}delete n[O.id]}function y(O){for(let Y in n){let Q=n[Y];for(let L in Q){let J=Q[L];if(J[O.id]===void 0)continue;let Z=J[O.id];for(let $ in Z)d(Z[$].object),delete Z[$];delete J[O.id]}}}function b(O){for(let Y in n){let Q=n[Y],L=O.isInstancedMesh===!0?O.id:0,J=Q[L];if(J!==void 0){for(let Z in J){let $=J[Z];for(let me in $)d($[me].object),delete $[me];delete J[Z]}delete Q[L],Object.keys(Q).length===0&&delete n[Y]}}}function H(){F(),a=!0,r!==s&&(r=s,h(r.object))}function F(){s.geometry=null,s.program=null,s.wireframe=!1}return{setup:o,reset:H,resetDefaultState:F,dispose:N,releaseStatesOfGeometry:P,releaseStatesOfObject:b,releaseStatesOfProgram:y,initAttributes:E,enableAttribute:x,disableUnusedAttributes:R}}function Gp(i,e,t){let n;function s(c){n=c}function r(c,h){i.drawArrays(n,c,h),t.update(h,n,1)}function a(c,h,d){d!==0&&(i.drawArraysInstanced(n,c,h,d),t.update(h,n,d))}function o(c,h,d){if(d===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(n,c,0,h,0,d);let f=0;for(let g=0;g<d;g++)f+=h[g];t.update(f,n,1)}this.setMode=s,this.render=r,this.renderInstances=a,this.renderMultiDraw=o}function Vp(i,e,t,n){let s;function r(){if(s!==void 0)return s;if(e.has("EXT_texture_filter_anisotropic")===!0){let y=e.get("EXT_texture_filter_anisotropic");s=i.getParameter(y.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else s=0;return s}function a(y){return!(y!==Ct&&n.convert(y)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_FORMAT))}function o(y){let b=y===wt&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(y!==dn&&y!==Nt&&!b&&n.convert(y)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_TYPE))}function c(y){if(y==="highp"){if(i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.HIGH_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.HIGH_FLOAT).precision>0)return"highp";y="mediump"}return y==="mediump"&&i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.MEDIUM_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let h=t.precision!==void 0?t.precision:"highp",d=c(h);d!==h&&(Ye("WebGLRenderer:",h,"not supported, using",d,"instead."),h=d);let p=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),f=t.logarithmicDepthBuffer===!0&&p===!1;t.reversedDepthBuffer===!0&&p===!1&&Ye("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&p===!0&&Ye("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let g=i.getParameter(i.MAX_TEXTURE_IMAGE_UNITS),v=i.getParameter(i.MAX_VERTEX_TEXTURE_IMAGE_UNITS),E=i.getParameter(i.MAX_TEXTURE_SIZE),x=i.getParameter(i.MAX_CUBE_MAP_TEXTURE_SIZE),_=i.getParameter(i.MAX_VERTEX_ATTRIBS),R=i.getParameter(i.MAX_VERTEX_UNIFORM_VECTORS),D=i.getParameter(i.MAX_VARYING_VECTORS),I=i.getParameter(i.MAX_FRAGMENT_UNIFORM_VECTORS),N=i.getParameter(i.MAX_SAMPLES),P=i.getParameter(i.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:r,getMaxPrecision:c,textureFormatReadable:a,textureTypeReadable:o,precision:h,logarithmicDepthBuffer:f,reversedDepthBuffer:p,maxTextures:g,maxVertexTextures:v,maxTextureSize:E,maxCubemapSize:x,maxAttributes:_,maxVertexUniforms:R,maxVaryings:D,maxFragmentUniforms:I,maxSamples:N,samples:P}}function Wp(i){let e=this,t=null,n=0,s=!1,r=!1,a=new Mn,o=new je,c={value:null,needsUpdate:!1};this.uniform=c,this.numPlanes=0,this.numIntersection=0,this.init=function(p,f){let g=p.length!==0||f||n!==0||s;return s=f,n=p.length,g},this.beginShadows=function(){r=!0,d(null)},this.endShadows=function(){r=!1},this.setGlobalState=function(p,f){t=d(p,f,0)},this.setState=function(p,f,g){let v=p.clippingPlanes,E=p.clipIntersection,x=p.clipShadows,_=i.get(p);if(!s||v===null||v.length===0||r&&!x)r?d(null):h();else{let R=r?0:n,D=R*4,I=_.clippingState||null;c.value=I,I=d(v,f,D,g);for(let N=0;N!==D;++N)I[N]=t[N];_.clippingState=I,this.numIntersection=E?this.numPlanes:0,this.numPlanes+=R}};function h(){c.value!==t&&(c.value=t,c.needsUpdate=n>0),e.numPlanes=n,e.numIntersection=0}function d(p,f,g,v){let E=p!==null?p.length:0,x=null;if(E!==0){if(x=c.value,v!==!0||x===null){let _=g+E*4,R=f.matrixWorldInverse;o.getNormalMatrix(R),(x===null||x.length<_)&&(x=new Float32Array(_));for(let D=0,I=g;D!==E;++D,I+=4)a.copy(p[D]).applyMatrix4(R,o),a.normal.toArray(x,I),x[I+3]=a.constant}c.value=x,c.needsUpdate=!0}return e.numPlanes=E,e.numIntersection=0,x}}var Qs=class extends Kt{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let n={width:e,height:e,depth:1},s=[n,n,n,n,n,n];this.texture=new Ls(s),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let n={uniforms:{tEquirect:{value:null}},vertexShader:`

				varying vec3 vWorldDirection;

				vec3 transformDirection( in vec3 dir, in mat4 matrix ) {

					return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );

				}

				void main() {

					vWorldDirection = transformDirection( position, modelMatrix );

					#include <begin_vertex>
					#include <project_vertex>

				}
			`,fragmentShader:`

				uniform sampler2D tEquirect;

				varying vec3 vWorldDirection;

				#include <common>

				void main() {

					vec3 direction = normalize( vWorldDirection );

					vec2 sampleUV = equirectUv( direction );

					gl_FragColor = texture2D( tEquirect, sampleUV );

				}
			`},s=new ji(5,5,5),r=new Dn({name:"CubemapFromEquirect",uniforms:Ri(n.uniforms),vertexShader:n.vertexShader,fragmentShader:n.fragmentShader,side:nn,blending:gn});r.uniforms.tEquirect.value=t;let a=new an(s,r),o=t.minFilter;return t.minFilter===_n&&(t.minFilter=St),new ns(1,10,this).update(e,a),t.minFilter=o,a.geometry.dispose(),a.material.dispose(),this}clear(e,t=!0,n=!0,s=!0){let r=e.getRenderTarget();for(let a=0;a<6;a++)e.setRenderTarget(this,a),e.clear(t,n,s);e.setRenderTarget(r)}},oh=256,Xp=3,qp=20,Ih=256,Ph=16,Yp=3,Zp=new X,$p=new ct,ao=class i{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new ns(1,10,null),this._boxMesh=new an(new ji(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,n=.1,s=100,r={}){let{size:a=256,position:o=Zp}=r,c=this._renderer;this._setSize(a);let h=this._allocateTarget(),d=this._getSourceTarget(!0);t>0&&(d.texture.mipmapsAutoUpdate=!1);let p=c.autoClear,f=c.autoClearColor,g=c.autoClearDepth,v=c.autoClearStencil,E=e.background;c.autoClear=!0,c.autoClearColor=!0,c.autoClearDepth=!0,c.autoClearStencil=!0,E===null&&(e.background=c.getClearColor($p));let x=new ns(n,s,d);return x.position.copy(o),x.update(c,e),c.autoClear=p,c.autoClearColor=f,c.autoClearDepth=g,c.autoClearStencil=v,e.background=E,t>0&&(d.texture.mipmapsAutoUpdate=!0,this._blur(h,t)),this._applyPMREM(h),h}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=hh(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=ch(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(oh,nh(e))}_fromTexture(e,t){e.mapping===Ti||e.mapping===ss?this._setSize(e.image.length===0?oh:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let n=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(n),n}_allocateTarget(){let e=this._cubeSize,t=lh(e,!1,!1),n=Math.log2(e)-Xp;for(let s=0;s<=n;s++)t.texture.mipmaps.push({width:e>>s,height:e>>s});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,n=this._sourceTarget;return(n===null||n.width!==t||e&&n.depthBuffer===!1)&&(n!==null&&n.dispose(),this._sourceTarget=lh(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,n){let s=this._boxMesh,r=this._cubeCamera;s.material=n,r.renderTarget=e,r.activeMipmapLevel=t;let a=e.width>>t;e.viewport.set(0,0,a,a),r.update(this._renderer,s),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===Ti||e.mapping===ss?(this._cubemapMaterial===null&&(this._cubemapMaterial=hh()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=ch()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=Jp(),this._integrationMaterial=Kp());let t=this._cubeSize,n=e.texture.mipmaps.length-1,s=this._ggxMaterial.uniforms;s.envMap.value=this._sourceTarget.texture;let r=this._integrationMaterial.uniforms;r.envMap.value=this._sourceTarget.texture,r.sourceLod.value=Math.log2(t/Ph);for(let a=0;a<=n;a++){let o=i.lodToRoughness(a,n);if(a>n-Yp)r.roughness.value=o,this._renderCube(e,a,this._integrationMaterial);else{let c=o>0?Math.log2(t)+.5*Math.log2(6/(Ih*Math.pow(o,4)))+.5:0;s.roughness.value=o,s.lodBias.value=c,this._renderCube(e,a,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=Qp());let n=this._blurMaterial,s=n.uniforms,r=this._sourceTarget;s.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,s.envMap.value=r.texture,this._renderCube(e,0,n),s.envMap.value=e.texture,this._renderCube(r,0,n)}};function lh(i,e,t){return new Qs(i,{minFilter:_n,generateMipmaps:e,type:wt,colorSpace:tn,depthBuffer:t})}function js(i,e,t){return new Dn({name:i,uniforms:e,vertexShader:st.cube_vert,fragmentShader:t,side:nn,blending:gn,depthTest:!1,depthWrite:!1})}function Jp(){return js("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${Ih}u

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float lodBias;

		#include <common>

		// Van der Corput radical inverse
		float radicalInverse_VdC( uint bits ) {

			bits = ( bits << 16u ) | ( bits >> 16u );
			bits = ( ( bits & 0x55555555u ) << 1u ) | ( ( bits & 0xAAAAAAAAu ) >> 1u );
			bits = ( ( bits & 0x33333333u ) << 2u ) | ( ( bits & 0xCCCCCCCCu ) >> 2u );
			bits = ( ( bits & 0x0F0F0F0Fu ) << 4u ) | ( ( bits & 0xF0F0F0F0u ) >> 4u );
			bits = ( ( bits & 0x00FF00FFu ) << 8u ) | ( ( bits & 0xFF00FF00u ) >> 8u );
			return float( bits ) * 2.3283064365386963e-10; // / 0x100000000

		}

		// Hammersley sequence
		vec2 hammersley( uint i, uint N ) {

			return vec2( float( i ) / float( N ), radicalInverse_VdC( i ) );

		}

		void main() {

			vec3 N = normalize( vWorldDirection );

			// For very low roughness, just sample the environment directly
			if ( roughness < 0.001 ) {

				gl_FragColor = vec4( textureLod( envMap, N, 0.0 ).rgb, 1.0 );
				return;

			}

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			// Tangent space basis for VNDF sampling
			vec3 up = abs( N.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, N ) );
			vec3 bitangent = cross( N, tangent );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			for ( uint i = 0u; i < GGX_SAMPLES; i ++ ) {

				vec2 Xi = hammersley( i, GGX_SAMPLES );

				// With V = N, sample the reflected direction directly.
				float invQ = 1.0 / ( 1.0 - Xi.x + alpha2 * Xi.x );
				float NdotL = ( 1.0 - Xi.x - alpha2 * Xi.x ) * invQ;

				if ( NdotL > 0.0 ) {

					float phi = 2.0 * PI * Xi.y;
					float sinTheta = 2.0 * alpha * sqrt( Xi.x * ( 1.0 - Xi.x ) ) * invQ;
					vec3 L = N * NdotL + ( tangent * cos( phi ) + bitangent * sin( phi ) ) * sinTheta;

					// Match the source mip to the sample's solid angle. The terms
					// independent of the sample are precomputed in lodBias.
					float d = alpha2 * invQ;
					float lod = max( log2( d ) + lodBias, 0.0 );

					// Weight by NdotL for the split-sum approximation
					prefilteredColor += textureLod( envMap, L, lod ).rgb * NdotL;
					totalWeight += NdotL;

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function Kp(){return js("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:Ph}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float sourceLod;
		uniform int sourceSize;

		void main() {

			vec3 N = normalize( vWorldDirection );

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			float texelSize = 2.0 / float( sourceSize );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			// Pair opposite texels: only the one in N's hemisphere contributes.
			for ( int face = 0; face < 3; face ++ ) {

				for ( int y = 0; y < sourceSize; y ++ ) {

					for ( int x = 0; x < sourceSize; x ++ ) {

						vec2 uv = ( vec2( x, y ) + 0.5 ) * texelSize - 1.0;
						vec3 texelDirection = face == 0 ? vec3( 1.0, uv ) : ( face == 1 ? vec3( uv.x, 1.0, uv.y ) : vec3( uv, 1.0 ) );

						float invDistance = inversesqrt( 1.0 + dot( uv, uv ) );
						float NdotL = dot( N, texelDirection );
						texelDirection *= NdotL < 0.0 ? - 1.0 : 1.0;
						NdotL = abs( NdotL ) * invDistance;

						// With V = N, NdotH squared is ( 1 + NdotL ) / 2. Common factors
						// in the GGX distribution and texel solid angle cancel when normalized.
						float d = 1.0 + alpha2 + ( alpha2 - 1.0 ) * NdotL;
						float weight = NdotL * invDistance * invDistance * invDistance / ( d * d );

						prefilteredColor += textureLod( envMap, texelDirection, sourceLod ).rgb * weight;
						totalWeight += weight;

					}

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function Qp(){return js("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${qp}
		#define GOLDEN_ANGLE 2.39996322973

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float sigma;

		#include <common>

		void main() {

			vec3 outputDirection = normalize( vWorldDirection );

			vec3 up = abs( outputDirection.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, outputDirection ) );
			vec3 bitangent = cross( outputDirection, tangent );

			// Truncate the kernel at three standard deviations or at the antipode.
			float thetaMax = min( 3.0 * sigma, PI );
			float truncation = 1.0 - exp( - 0.5 * thetaMax * thetaMax / ( sigma * sigma ) );

			vec3 accumColor = vec3( 0.0 );
			float accumWeight = 0.0;

			for ( int i = 0; i < SAMPLES; i ++ ) {

				// Stratified inverse-CDF sampling of the Gaussian, placed on a golden-angle spiral.
				float stratum = ( float( i ) + 0.5 ) / float( SAMPLES );
				float theta = sigma * sqrt( - 2.0 * log( 1.0 - stratum * truncation ) );
				float phi = float( i ) * GOLDEN_ANGLE;

				vec3 offset = cos( phi ) * tangent + sin( phi ) * bitangent;
				vec3 sampleDirection = cos( theta ) * outputDirection + sin( theta ) * offset;

				// Correct the planar sample density to solid angle.
				float weight = sin( theta ) / theta;

				accumColor += weight * textureLod( envMap, sampleDirection, 0.0 ).rgb;
				accumWeight += weight;

			}

			gl_FragColor = vec4( accumColor / accumWeight, 1.0 );

		}
	`)}function ch(){return js("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

		varying vec3 vWorldDirection;

		uniform sampler2D envMap;

		#include <common>

		void main() {

			// Average four subpixel samples to preserve small, bright features.
			vec3 direction = normalize( vWorldDirection );
			vec3 dx = dFdx( direction ) * 0.25;
			vec3 dy = dFdy( direction ) * 0.25;

			vec3 color = textureLod( envMap, equirectUv( normalize( direction - dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction - dx + dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx + dy ) ), 0.0 ).rgb;
			gl_FragColor = vec4( color * 0.25, 1.0 );

		}
	`)}function hh(){return js("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function jp(i){let e=new WeakMap,t=new WeakMap,n=null;function s(f,g=!1){return f==null?null:g?a(f):r(f)}function r(f){if(f&&f.isTexture){let g=f.mapping;if(g===va||g===ya)if(e.has(f)){let v=e.get(f).texture;return o(v,f.mapping)}else{let v=f.image;if(v&&v.height>0){let E=new Qs(v.height);return E.fromEquirectangularTexture(i,f),e.set(f,E),f.addEventListener("dispose",h),o(E.texture,f.mapping)}else return null}}return f}function a(f){if(f&&f.isTexture&&f.isPMREMTexture!==!0){let g=f.mapping,v=g===va||g===ya,E=g===Ti||g===ss;if(v||E){let x=t.get(f),_=x!==void 0?x.texture.pmremVersion:0;if(f.isRenderTargetTexture&&f.pmremVersion!==_)return n===null&&(n=new ao(i)),x=v?n.fromEquirectangular(f,x):n.fromCubemap(f,x),x.texture.pmremVersion=f.pmremVersion,t.set(f,x),x.texture;if(x!==void 0)return x.texture;{let R=f.image;return v&&R&&R.height>0||E&&R&&c(R)?(n===null&&(n=new ao(i)),x=v?n.fromEquirectangular(f):n.fromCubemap(f),x.texture.pmremVersion=f.pmremVersion,t.set(f,x),f.addEventListener("dispose",d),x.texture):null}}}return f}function o(f,g){return g===va?f.mapping=Ti:g===ya&&(f.mapping=ss),f}function c(f){let g=0,v=6;for(let E=0;E<v;E++)f[E]!==void 0&&g++;return g===v}function h(f){let g=f.target;g.removeEventListener("dispose",h);let v=e.get(g);v!==void 0&&(e.delete(g),v.dispose())}function d(f){let g=f.target;g.removeEventListener("dispose",d);let v=t.get(g);v!==void 0&&(t.delete(g),v.dispose())}function p(){e=new WeakMap,t=new WeakMap,n!==null&&(n.dispose(),n=null)}return{get:s,dispose:p}}function em(i){let e={};function t(n){if(e[n]!==void 0)return e[n];let s=i.getExtension(n);return e[n]=s,s}return{has:function(n){return t(n)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(n){let s=t(n);return s===null&&ws("WebGLRenderer: "+n+" extension not supported."),s}}}function tm(i,e,t,n){let s={},r=new WeakMap,a=new FinalizationRegistry(v=>delete s[v]);function o(v){c(v.target)}function c(v){v.index!==null&&e.remove(v.index);for(let x in v.attributes)e.remove(v.attributes[x]);v.removeEventListener("dispose",o),delete s[v.id],a.unregister(v);let E=r.get(v);E&&(e.remove(E),r.delete(v)),n.releaseStatesOfGeometry(v),v.isInstancedBufferGeometry===!0&&delete v._maxInstanceCount,t.memory.geometries--}function h(v,E){return s[E.id]!==void 0||(E.addEventListener("dispose",o),s[E.id]=new WeakRef(E),a.register(E,E.id,E),t.memory.geometries++),E}function d(v){let E=v.attributes;for(let x in E)e.update(E[x],i.ARRAY_BUFFER)}function p(v){let E=v.index,x=v.attributes.position,_=0;if(x===void 0)return;let R=E!==null?E.array.length:x.array.length/3-1,D=x.count>=65535?Is:Cs,I=new D(Math.ceil(R/3)*6,1),N=I.array;if(E!==null){let y=E.array;_=E.version;for(let b=0,H=0;b<R;b+=3){let F=y[b+0],O=y[b+1],Y=y[b+2];N[H++]=F,N[H++]=O,N[H++]=O,N[H++]=Y,N[H++]=Y,N[H++]=F}}else{_=x.version;for(let y=0,b=0;y<R;y+=3){let H=y+0,F=y+1,O=y+2;N[b++]=H,N[b++]=F,N[b++]=F,N[b++]=O,N[b++]=O,N[b++]=H}}I.version=_;let P=r.get(v);P&&e.remove(P),r.set(v,I)}function f(v){let E=r.get(v);if(E){let x=v.index;x!==null&&E.version<x.version&&p(v)}else p(v);return r.get(v)}function g(){for(let v in s){let E=s[v].deref();E!==void 0&&c(E)}}return{get:h,update:d,getWireframeAttribute:f,dispose:g}}function nm(i,e,t){let n;function s(p){n=p}let r,a;function o(p){r=p.type,a=p.bytesPerElement}function c(p,f){i.drawElements(n,f,r,p*a),t.update(f,n,1)}function h(p,f,g){g!==0&&(i.drawElementsInstanced(n,f,r,p*a,g),t.update(f,n,g))}function d(p,f,g){if(g===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(n,f,0,r,p,0,g);let E=0;for(let x=0;x<g;x++)E+=f[x];t.update(E,n,1)}this.setMode=s,this.setIndex=o,this.render=c,this.renderInstances=h,this.renderMultiDraw=d}function im(i){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function n(r,a,o){switch(t.calls++,a){case i.TRIANGLES:t.triangles+=o*(r/3);break;case i.LINES:t.lines+=o*(r/2);break;case i.LINE_STRIP:t.lines+=o*(r-1);break;case i.LINE_LOOP:t.lines+=o*r;break;case i.POINTS:t.points+=o*r;break;default:Qe("WebGLInfo: Unknown draw mode:",a);break}}function s(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:s,update:n}}function sm(i,e,t){let n=new WeakMap,s=new bt;function r(a,o,c){let h=a.morphTargetInfluences,d=o.morphAttributes.position||o.morphAttributes.normal||o.morphAttributes.color,p=d!==void 0?d.length:0,f=n.get(o);if(f===void 0||f.count!==p){let H=function(){y.dispose(),n.delete(o),o.removeEventListener("dispose",H)};f!==void 0&&f.texture.dispose();let g=o.morphAttributes.position!==void 0,v=o.morphAttributes.normal!==void 0,E=o.morphAttributes.color!==void 0,x=o.morphAttributes.position||[],_=o.morphAttributes.normal||[],R=o.morphAttributes.color||[],D=0;g===!0&&(D=1),v===!0&&(D=2),E===!0&&(D=3);let I=o.attributes.position.count*D,N=1;I>e.maxTextureSize&&(N=Math.ceil(I/e.maxTextureSize),I=e.maxTextureSize);let P=new Float32Array(I*N*4*p),y=new Si(P,I,N,p);y.type=Nt,y.needsUpdate=!0;let b=D*4;for(let F=0;F<p;F++){let O=x[F],Y=_[F],Q=R[F],L=I*N*4*F;for(let J=0;J<O.count;J++){let Z=J*b;g===!0&&(s.fromBufferAttribute(O,J),P[L+Z+0]=s.x,P[L+Z+1]=s.y,P[L+Z+2]=s.z,P[L+Z+3]=0),v===!0&&(s.fromBufferAttribute(Y,J),P[L+Z+4]=s.x,P[L+Z+5]=s.y,P[L+Z+6]=s.z,P[L+Z+7]=0),E===!0&&(s.fromBufferAttribute(Q,J),P[L+Z+8]=s.x,P[L+Z+9]=s.y,P[L+Z+10]=s.z,P[L+Z+11]=Q.itemSize===4?s.w:1)}}f={count:p,texture:y,size:new ut(I,N)},n.set(o,f),o.addEventListener("dispose",H)}if(a.isInstancedMesh===!0&&a.morphTexture!==null)c.getUniforms().setValue(i,"morphTexture",a.morphTexture,t);else{let g=0;for(let E=0;E<h.length;E++)g+=h[E];let v=o.morphTargetsRelative?1:1-g;c.getUniforms().setValue(i,"morphTargetBaseInfluence",v),c.getUniforms().setValue(i,"morphTargetInfluences",h)}c.getUniforms().setValue(i,"morphTargetsTexture",f.texture,t),c.getUniforms().setValue(i,"morphTargetsTextureSize",f.size)}return{update:r}}function rm(i,e,t,n,s){let r=new WeakMap;function a(h){let d=s.render.frame,p=h.geometry,f=e.get(h,p);if(r.get(f)!==d&&(e.update(f),r.set(f,d)),h.isInstancedMesh&&(h.hasEventListener("dispose",c)===!1&&h.addEventListener("dispose",c),r.get(h)!==d&&(t.update(h.instanceMatrix,i.ARRAY_BUFFER),h.instanceColor!==null&&t.update(h.instanceColor,i.ARRAY_BUFFER),r.set(h,d))),h.isSkinnedMesh){let g=h.skeleton;r.get(g)!==d&&(g.update(),r.set(g,d))}return f}function o(){r=new WeakMap}function c(h){let d=h.target;d.removeEventListener("dispose",c),n.releaseStatesOfObject(d),t.remove(d.instanceMatrix),d.instanceColor!==null&&t.remove(d.instanceColor)}return{update:a,dispose:o}}var am={[sl]:"LINEAR_TONE_MAPPING",[rl]:"REINHARD_TONE_MAPPING",[al]:"CINEON_TONE_MAPPING",[ol]:"ACES_FILMIC_TONE_MAPPING",[cl]:"AGX_TONE_MAPPING",[hl]:"NEUTRAL_TONE_MAPPING",[ll]:"CUSTOM_TONE_MAPPING"};function om(i,e,t,n,s,r){let a=new Kt(e,t,{type:i,depthBuffer:s,stencilBuffer:r,samples:n?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),o=null,c=null,h=null,d=new rn;d.setAttribute("position",new en([-1,3,0,-1,-1,0,3,-1,0],3)),d.setAttribute("uv",new en([0,2,0,0,2,0],2));let p=new es({uniforms:{tDiffuse:{value:null}},vertexShader:`
			precision highp float;

			uniform mat4 modelViewMatrix;
			uniform mat4 projectionMatrix;

			attribute vec3 position;
			attribute vec2 uv;

			varying vec2 vUv;

			void main() {
				vUv = uv;
				gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
			}`,fragmentShader:`
			precision highp float;

			uniform sampler2D tDiffuse;

			varying vec2 vUv;

			#include <tonemapping_pars_fragment>
			#include <colorspace_pars_fragment>

			void main() {
				gl_FragColor = texture2D( tDiffuse, vUv );

				#ifdef LINEAR_TONE_MAPPING
					gl_FragColor.rgb = LinearToneMapping( gl_FragColor.rgb );
				#elif defined( REINHARD_TONE_MAPPING )
					gl_FragColor.rgb = ReinhardToneMapping( gl_FragColor.rgb );
				#elif defined( CINEON_TONE_MAPPING )
					gl_FragColor.rgb = CineonToneMapping( gl_FragColor.rgb );
				#elif defined( ACES_FILMIC_TONE_MAPPING )
					gl_FragColor.rgb = ACESFilmicToneMapping( gl_FragColor.rgb );
				#elif defined( AGX_TONE_MAPPING )
					gl_FragColor.rgb = AgXToneMapping( gl_FragColor.rgb );
				#elif defined( NEUTRAL_TONE_MAPPING )
					gl_FragColor.rgb = NeutralToneMapping( gl_FragColor.rgb );
				#elif defined( CUSTOM_TONE_MAPPING )
					gl_FragColor.rgb = CustomToneMapping( gl_FragColor.rgb );
				#endif

				#ifdef SRGB_TRANSFER
					gl_FragColor = sRGBTransferOETF( gl_FragColor );
				#endif
			}`,depthTest:!1,depthWrite:!1}),f=new an(d,p),g=new _a(-1,1,1,-1,0,1),v=null,E=null,x=!1,_,R=null,D=[],I=!1;this.setSize=function(N,P){a.setSize(N,P),o!==null&&o.setSize(N,P),c!==null&&c.setSize(N,P);for(let y=0;y<D.length;y++){let b=D[y];b.setSize&&b.setSize(N,P)}},this.setEffects=function(N){D=N,I=D.length>0&&D[0].isRenderPass===!0;let P=a.width,y=a.height;D.length>0&&o===null&&(o=new Kt(P,y,{type:wt,depthBuffer:!1,stencilBuffer:!1}),c=new Kt(P,y,{type:wt,depthBuffer:!1,stencilBuffer:!1}));let b=s===!0&&D.some(H=>H.needsDepthTexture===!0);b!==(a.depthTexture!==null)&&(b===!0&&h===null&&(h=new bn(P,y),r===!0&&(h.format=Yn,h.type=Ai)),a.dispose(),a.depthTexture=b?h:null,a.resolveDepthBuffer=b,a.storeMultisampledDepthBuffer=b);for(let H=0;H<D.length;H++){let F=D[H];F.setSize&&F.setSize(P,y),b&&F.needsDepthTexture===!0&&F.setDepthTexture&&F.setDepthTexture(h)}},this.begin=function(N,P){if(x||N.toneMapping===Nn&&D.length===0)return!1;if(R=P,P!==null){let y=P.width,b=P.height;(a.width!==y||a.height!==b)&&this.setSize(y,b)}return I===!1&&N.setRenderTarget(a),_=N.toneMapping,N.toneMapping=Nn,!0},this.hasRenderPass=function(){return I},this.end=function(N,P){N.toneMapping=_,x=!0;let y=a,b=o;for(let H=0;H<D.length;H++){let F=D[H];F.enabled!==!1&&(F.render(N,b,y,P),F.needsSwap!==!1&&(y=b,b=b===o?c:o))}if(v!==N.outputColorSpace||E!==N.toneMapping){v=N.outputColorSpace,E=N.toneMapping,p.defines={},ot.getTransfer(v)===xt&&(p.defines.SRGB_TRANSFER="");let H=am[E];H&&(p.defines[H]=""),p.needsUpdate=!0}p.uniforms.tDiffuse.value=y.texture,N.setRenderTarget(R),N.render(f,g),R=null,x=!1},this.isCompositing=function(){return x},this.dispose=function(){a.dispose(),o!==null&&o.dispose(),c!==null&&c.dispose(),d.dispose(),p.dispose()}}var Lh=new Ot,Dh=new bn(1,1),Nh=new Ds(1),Uh=new Si,Fh=new Qr,Oh=new Ls,uh=[],fh=[],dh=new Float32Array(16),ph=new Float32Array(9),mh=new Float32Array(4);function os(i,e,t){let n=i[0];if(n<=0||n>0)return i;let s=e*t,r=uh[s];if(r===void 0&&(r=new Float32Array(s),uh[s]=r),e!==0){n.toArray(r,0);for(let a=1,o=0;a!==e;++a)o+=t,i[a].toArray(r,o)}return r}function Bt(i,e){if(i.length!==e.length)return!1;for(let t=0,n=i.length;t<n;t++)if(i[t]!==e[t])return!1;return!0}function zt(i,e){for(let t=0,n=e.length;t<n;t++)i[t]=e[t]}function lo(i,e){let t=fh[e];t===void 0&&(t=new Int32Array(e),fh[e]=t);for(let n=0;n!==e;++n)t[n]=i.allocateTextureUnit();return t}function lm(i,e){let t=this.cache;t[0]!==e&&(i.uniform1f(this.addr,e),t[0]=e)}function cm(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Bt(t,e))return;i.uniform2fv(this.addr,e),zt(t,e)}}function hm(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(i.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(Bt(t,e))return;i.uniform3fv(this.addr,e),zt(t,e)}}function um(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Bt(t,e))return;i.uniform4fv(this.addr,e),zt(t,e)}}function fm(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Bt(t,e))return;i.uniformMatrix2fv(this.addr,!1,e),zt(t,e)}else{if(Bt(t,n))return;mh.set(n),i.uniformMatrix2fv(this.addr,!1,mh),zt(t,n)}}function dm(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Bt(t,e))return;i.uniformMatrix3fv(this.addr,!1,e),zt(t,e)}else{if(Bt(t,n))return;ph.set(n),i.uniformMatrix3fv(this.addr,!1,ph),zt(t,n)}}function pm(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Bt(t,e))return;i.uniformMatrix4fv(this.addr,!1,e),zt(t,e)}else{if(Bt(t,n))return;dh.set(n),i.uniformMatrix4fv(this.addr,!1,dh),zt(t,n)}}function mm(i,e){let t=this.cache;t[0]!==e&&(i.uniform1i(this.addr,e),t[0]=e)}function gm(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Bt(t,e))return;i.uniform2iv(this.addr,e),zt(t,e)}}function _m(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(Bt(t,e))return;i.uniform3iv(this.addr,e),zt(t,e)}}function xm(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Bt(t,e))return;i.uniform4iv(this.addr,e),zt(t,e)}}function vm(i,e){let t=this.cache;t[0]!==e&&(i.uniform1ui(this.addr,e),t[0]=e)}function ym(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Bt(t,e))return;i.uniform2uiv(this.addr,e),zt(t,e)}}function Sm(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(Bt(t,e))return;i.uniform3uiv(this.addr,e),zt(t,e)}}function Mm(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Bt(t,e))return;i.uniform4uiv(this.addr,e),zt(t,e)}}function co(i){return i.version===0&&(i.compareFunction=Sl,i.needsUpdate=!0),i}function bm(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_2D_SHADOW?r=co(Dh):r=Lh,t.setTexture2D(e||r,s)}function wm(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture3D(e||Fh,s)}function Em(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_CUBE_SHADOW?r=co(Nh):r=Oh,t.setTextureCube(e||r,s)}function Tm(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture2DArray(e||Uh,s)}function Am(i){switch(i){case 5126:return lm;case 35664:return cm;case 35665:return hm;case 35666:return um;case 35674:return fm;case 35675:return dm;case 35676:return pm;case 5124:case 35670:return mm;case 35667:case 35671:return gm;case 35668:case 35672:return _m;case 35669:case 35673:return xm;case 5125:return vm;case 36294:return ym;case 36295:return Sm;case 36296:return Mm;case 35678:case 36198:case 36298:case 36306:case 35682:return bm;case 35679:case 36299:case 36307:return wm;case 35680:case 36300:case 36308:case 36293:return Em;case 36289:case 36303:case 36311:case 36292:return Tm}}function Rm(i,e){i.uniform1fv(this.addr,e)}function Cm(i,e){let t=os(e,this.size,2);i.uniform2fv(this.addr,t)}function Im(i,e){let t=os(e,this.size,3);i.uniform3fv(this.addr,t)}function Pm(i,e){let t=os(e,this.size,4);i.uniform4fv(this.addr,t)}function Lm(i,e){let t=os(e,this.size,4);i.uniformMatrix2fv(this.addr,!1,t)}function Dm(i,e){let t=os(e,this.size,9);i.uniformMatrix3fv(this.addr,!1,t)}function Nm(i,e){let t=os(e,this.size,16);i.uniformMatrix4fv(this.addr,!1,t)}function Um(i,e){i.uniform1iv(this.addr,e)}function Fm(i,e){i.uniform2iv(this.addr,e)}function Om(i,e){i.uniform3iv(this.addr,e)}function Bm(i,e){i.uniform4iv(this.addr,e)}function zm(i,e){i.uniform1uiv(this.addr,e)}function km(i,e){i.uniform2uiv(this.addr,e)}function Hm(i,e){i.uniform3uiv(this.addr,e)}function Gm(i,e){i.uniform4uiv(this.addr,e)}function Vm(i,e,t){let n=this.cache,s=e.length,r=lo(t,s);Bt(n,r)||(i.uniform1iv(this.addr,r),zt(n,r));let a;this.type===i.SAMPLER_2D_SHADOW?a=co(Dh):a=Lh;for(let o=0;o!==s;++o)t.setTexture2D(e[o]||a,r[o])}function Wm(i,e,t){let n=this.cache,s=e.length,r=lo(t,s);Bt(n,r)||(i.uniform1iv(this.addr,r),zt(n,r));for(let a=0;a!==s;++a)t.setTexture3D(e[a]||Fh,r[a])}function Xm(i,e,t){let n=this.cache,s=e.length,r=lo(t,s);Bt(n,r)||(i.uniform1iv(this.addr,r),zt(n,r));let a;this.type===i.SAMPLER_CUBE_SHADOW?a=co(Nh):a=Oh;for(let o=0;o!==s;++o)t.setTextureCube(e[o]||a,r[o])}function qm(i,e,t){let n=this.cache,s=e.length,r=lo(t,s);Bt(n,r)||(i.uniform1iv(this.addr,r),zt(n,r));for(let a=0;a!==s;++a)t.setTexture2DArray(e[a]||Uh,r[a])}function Ym(i){switch(i){case 5126:return Rm;case 35664:return Cm;case 35665:return Im;case 35666:return Pm;case 35674:return Lm;case 35675:return Dm;case 35676:return Nm;case 5124:case 35670:return Um;case 35667:case 35671:return Fm;case 35668:case 35672:return Om;case 35669:case 35673:return Bm;case 5125:return zm;case 36294:return km;case 36295:return Hm;case 36296:return Gm;case 35678:case 36198:case 36298:case 36306:case 35682:return Vm;case 35679:case 36299:case 36307:return Wm;case 35680:case 36300:case 36308:case 36293:return Xm;case 36289:case 36303:case 36311:case 36292:return qm}}var Il=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.setValue=Am(t.type)}},Pl=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=Ym(t.type)}},Ll=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,n){let s=this.seq;for(let r=0,a=s.length;r!==a;++r){let o=s[r];o.setValue(e,t[o.id],n)}}},Rl=/(\w+)(\])?(\[|\.)?/g;function gh(i,e){i.seq.push(e),i.map[e.id]=e}function Zm(i,e,t){let n=i.name,s=n.length;for(Rl.lastIndex=0;;){let r=Rl.exec(n),a=Rl.lastIndex,o=r[1],c=r[2]==="]",h=r[3];if(c&&(o=o|0),h===void 0||h==="["&&a+2===s){gh(t,h===void 0?new Il(o,i,e):new Pl(o,i,e));break}else{let p=t.map[o];p===void 0&&(p=new Ll(o),gh(t,p)),t=p}}}var as=class{constructor(e,t){this.seq=[],this.map={};let n=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let a=0;a<n;++a){let o=e.getActiveUniform(t,a),c=e.getUniformLocation(t,o.name);Zm(o,c,this)}let s=[],r=[];for(let a of this.seq)a.type===e.SAMPLER_2D_SHADOW||a.type===e.SAMPLER_CUBE_SHADOW||a.type===e.SAMPLER_2D_ARRAY_SHADOW?s.push(a):r.push(a);s.length>0&&(this.seq=s.concat(r))}setValue(e,t,n,s){let r=this.map[t];r!==void 0&&r.setValue(e,n,s)}setOptional(e,t,n){let s=t[n];s!==void 0&&this.setValue(e,n,s)}static upload(e,t,n,s){for(let r=0,a=t.length;r!==a;++r){let o=t[r],c=n[o.id];c.needsUpdate!==!1&&o.setValue(e,c.value,s)}}static seqWithValue(e,t){let n=[];for(let s=0,r=e.length;s!==r;++s){let a=e[s];a.id in t&&n.push(a)}return n}};function _h(i,e,t){let n=i.createShader(e);return i.shaderSource(n,t),i.compileShader(n),n}var $m=37297,Jm=0;function Km(i,e){let t=i.split(`
`),n=[],s=Math.max(e-6,0),r=Math.min(e+6,t.length);for(let a=s;a<r;a++){let o=a+1;n.push(`${o===e?">":" "} ${o}: ${t[a]}`)}return n.join(`
`)}var xh=new je;function Qm(i){ot._getMatrix(xh,ot.workingColorSpace,i);let e=`mat3( ${xh.elements.map(t=>t.toFixed(4))} )`;switch(ot.getTransfer(i)){case Ts:return[e,"LinearTransferOETF"];case xt:return[e,"sRGBTransferOETF"];default:return Ye("WebGLProgram: Unsupported color space: ",i),[e,"LinearTransferOETF"]}}function vh(i,e,t){let n=i.getShaderParameter(e,i.COMPILE_STATUS),r=(i.getShaderInfoLog(e)||"").trim();if(n&&r==="")return"";let a=/ERROR: 0:(\d+)/.exec(r);if(a){let o=parseInt(a[1]);return t.toUpperCase()+`

`+r+`

`+Km(i.getShaderSource(e),o)}else return r}function jm(i,e){let t=Qm(e);return[`vec4 ${i}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var eg={[sl]:"Linear",[rl]:"Reinhard",[al]:"Cineon",[ol]:"ACESFilmic",[cl]:"AgX",[hl]:"Neutral",[ll]:"Custom"};function tg(i,e){let t=eg[e];return t===void 0?(Ye("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+i+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+i+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var ro=new X;function ng(){ot.getLuminanceCoefficients(ro);let i=ro.x.toFixed(4),e=ro.y.toFixed(4),t=ro.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${i}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function ig(i){return[i.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",i.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(Ks).join(`
`)}function sg(i){let e=[];for(let t in i){let n=i[t];n!==!1&&e.push("#define "+t+" "+n)}return e.join(`
`)}function rg(i,e){let t={},n=i.getProgramParameter(e,i.ACTIVE_ATTRIBUTES);for(let s=0;s<n;s++){let r=i.getActiveAttrib(e,s),a=r.name,o=1;r.type===i.FLOAT_MAT2&&(o=2),r.type===i.FLOAT_MAT3&&(o=3),r.type===i.FLOAT_MAT4&&(o=4),t[a]={type:r.type,location:i.getAttribLocation(e,a),locationSize:o}}return t}function Ks(i){return i!==""}function yh(i,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return i.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function Sh(i,e){return i.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var ag=/^[ \t]*#include +<([\w\d./]+)>/gm;function Dl(i){return i.replace(ag,og)}function og(i,e){let t=st[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return Dl(t)}var lg=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function Mh(i){return i.replace(lg,cg)}function cg(i,e,t,n){let s="";for(let r=parseInt(e);r<parseInt(t);r++)s+=n.replace(/\[\s*i\s*\]/g,"[ "+r+" ]").replace(/UNROLLED_LOOP_INDEX/g,r);return s}function bh(i){let e=`precision ${i.precision} float;
	precision ${i.precision} int;
	precision ${i.precision} sampler2D;
	precision ${i.precision} samplerCube;
	precision ${i.precision} sampler3D;
	precision ${i.precision} sampler2DArray;
	precision ${i.precision} sampler2DShadow;
	precision ${i.precision} samplerCubeShadow;
	precision ${i.precision} sampler2DArrayShadow;
	precision ${i.precision} isampler2D;
	precision ${i.precision} isampler3D;
	precision ${i.precision} isamplerCube;
	precision ${i.precision} isampler2DArray;
	precision ${i.precision} usampler2D;
	precision ${i.precision} usampler3D;
	precision ${i.precision} usamplerCube;
	precision ${i.precision} usampler2DArray;
	`;return i.precision==="highp"?e+=`
#define HIGH_PRECISION`:i.precision==="mediump"?e+=`
#define MEDIUM_PRECISION`:i.precision==="lowp"&&(e+=`
#define LOW_PRECISION`),e}var hg={[ks]:"SHADOWMAP_TYPE_PCF",[is]:"SHADOWMAP_TYPE_VSM"};function ug(i){return hg[i.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var fg={[ss]:"ENVMAP_MODE_REFRACTION"};function dg(i){return i.envMap===!1?"ENVMAP_MODE_REFLECTION":fg[i.envMapMode]||"ENVMAP_MODE_REFLECTION"}var pg={[il]:"ENVMAP_BLENDING_MULTIPLY",[kc]:"ENVMAP_BLENDING_MIX",[Hc]:"ENVMAP_BLENDING_ADD"};function mg(i){return i.envMap===!1?"ENVMAP_BLENDING_NONE":pg[i.combine]||"ENVMAP_BLENDING_NONE"}function gg(i,e,t,n){let s=i.getContext(),r=t.defines,a=t.vertexShader,o=t.fragmentShader,c=ug(t),h=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",d=dg(t),p=mg(t),f=ig(t),g=sg(r),v=s.createProgram(),E,x,_=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(E=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,g].filter(Ks).join(`
`),E.length>0&&(E+=`
`),x=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,g].filter(Ks).join(`
`),x.length>0&&(x+=`
`)):(E=[bh(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,g,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+d:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+c:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(Ks).join(`
`),x=[bh(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,g,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+h:"",t.envMap?"#define "+d:"",t.envMap?"#define "+p:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+c:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==Nn?"#define TONE_MAPPING":"",t.toneMapping!==Nn?st.tonemapping_pars_fragment:"",t.toneMapping!==Nn?tg("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",st.colorspace_pars_fragment,jm("linearToOutputTexel",t.outputColorSpace),ng(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(Ks).join(`
`)),a=Dl(a),a=yh(a,t),a=Sh(a,t),o=Dl(o),o=yh(o,t),o=Sh(o,t),a=Mh(a),o=Mh(o),t.isRawShaderMaterial!==!0&&(_=`#version 300 es
`,E=[f,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+E,x=["#define varying in",t.glslVersion===Zs?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===Zs?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+x);let R=_+E+a,D=_+x+o,I=_h(s,s.VERTEX_SHADER,R),N=_h(s,s.FRAGMENT_SHADER,D);s.attachShader(v,I),s.attachShader(v,N),t.index0AttributeName!==void 0?s.bindAttribLocation(v,0,t.index0AttributeName):t.hasPositionAttribute===!0&&s.bindAttribLocation(v,0,"position"),s.linkProgram(v);function P(F){if(i.debug.checkShaderErrors){let O=s.getProgramInfoLog(v)||"",Y=s.getShaderInfoLog(I)||"",Q=s.getShaderInfoLog(N)||"",L=O.trim(),J=Y.trim(),Z=Q.trim(),$=!0,me=!0;if(s.getProgramParameter(v,s.LINK_STATUS)===!1)if($=!1,typeof i.debug.onShaderError=="function")i.debug.onShaderError(s,v,I,N);else{let K=vh(s,I,"vertex"),le=vh(s,N,"fragment");Qe("WebGLProgram: Shader Error "+s.getError()+" - VALIDATE_STATUS "+s.getProgramParameter(v,s.VALIDATE_STATUS)+`

Material Name: `+F.name+`
Material Type: `+F.type+`

Program Info Log: `+L+`
`+K+`
`+le)}else L!==""?Ye("WebGLProgram: Program Info Log:",L):(J===""||Z==="")&&(me=!1);me&&(F.diagnostics={runnable:$,programLog:L,vertexShader:{log:J,prefix:E},fragmentShader:{log:Z,prefix:x}})}s.deleteShader(I),s.deleteShader(N),y=new as(s,v),b=rg(s,v)}let y;this.getUniforms=function(){return y===void 0&&P(this),y};let b;this.getAttributes=function(){return b===void 0&&P(this),b};let H=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return H===!1&&(H=s.getProgramParameter(v,$m)),H},this.destroy=function(){n.releaseStatesOfProgram(this),s.deleteProgram(v),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=Jm++,this.cacheKey=e,this.usedTimes=1,this.program=v,this.vertexShader=I,this.fragmentShader=N,this}var _g=0,Nl=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,n){let s=this._getShaderCacheForMaterial(e);return s.has(t)===!1&&(s.add(t),t.usedTimes++),s.has(n)===!1&&(s.add(n),n.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let n of t)n.usedTimes--,n.usedTimes===0&&this.shaderCache.delete(n.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,n=t.get(e);return n===void 0&&(n=new Set,t.set(e,n)),n}_getShaderStage(e){let t=this.shaderCache,n=t.get(e);return n===void 0&&(n=new Ul(e),t.set(e,n)),n}},Ul=class{constructor(e){this.id=_g++,this.code=e,this.usedTimes=0}};function xg(i){return i===ln||i===qs||i===Ys}function vg(i,e,t,n,s,r){let a=new $i,o=new Nl,c=new Set,h=[],d=new Map,p=n.logarithmicDepthBuffer,f={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function g(y){return c.add(y),y===0?"uv":`uv${y}`}function v(y,b,H,F,O,Y){let Q=F.fog,L=O.geometry,J=y.isMeshStandardMaterial||y.isMeshLambertMaterial||y.isMeshPhongMaterial?F.environment:null,Z=y.isMeshStandardMaterial||y.isMeshLambertMaterial&&!y.envMap||y.isMeshPhongMaterial&&!y.envMap,$=e.get(y.envMap||J,Z),me=f[y.type],K=n.precision;y.precision!==null&&(K=n.getMaxPrecision(y.precision),K!==y.precision&&Ye("WebGLProgram.getParameters:",y.precision,"not supported, using",K,"instead."));let le=L.morphAttributes.position||L.morphAttributes.normal||L.morphAttributes.color,ue=le!==void 0?le.length:0,Ee=0;L.morphAttributes.position!==void 0&&(Ee=1),L.morphAttributes.normal!==void 0&&(Ee=2),L.morphAttributes.color!==void 0&&(Ee=3);let Fe,se,ye,Oe;if(me){let Ne=Fn[me];Fe=Ne.vertexShader,se=Ne.fragmentShader}else{Fe=y.vertexShader,se=y.fragmentShader;let Ne=o.getVertexShaderStage(y),mt=o.getFragmentShaderStage(y);o.update(y,Ne,mt),ye=Ne.id,Oe=mt.id}let He=i.getRenderTarget(),ge=i.state.buffers.depth.getReversed(),We=O.isInstancedMesh===!0,dt=O.isBatchedMesh===!0,Ve=!!y.map,at=!!y.matcap,ht=!!$,it=ht&&$.isPMREMTexture===!0,Et=!!y.aoMap,Mt=!!y.lightMap,It=!!y.bumpMap&&y.wireframe===!1,vt=!!y.normalMap,kt=!!y.displacementMap,_t=!!y.emissiveMap,Pt=!!y.metalnessMap,Ut=!!y.roughnessMap,Xt=y.anisotropy>0,z=y.clearcoat>0,Ht=y.diffuseRoughness>0,G=y.dispersion>0,he=y.retroreflectivity>0,ne=y.iridescence>0,ke=y.sheen>0,xe=y.transmission>0,Te=Xt&&!!y.anisotropyMap,A=z&&!!y.clearcoatMap,S=z&&!!y.clearcoatNormalMap,W=z&&!!y.clearcoatRoughnessMap,pe=Ht&&!!y.diffuseRoughnessMap,ce=ne&&!!y.iridescenceMap,Ae=ne&&!!y.iridescenceThicknessMap,Le=ke&&!!y.sheenColorMap,ie=ke&&!!y.sheenRoughnessMap,ae=!!y.specularMap,Re=!!y.specularColorMap,U=!!y.specularIntensityMap,re=xe&&!!y.transmissionMap,j=xe&&!!y.thicknessMap,Ie=!!y.gradientMap,Se=!!y.alphaMap,Ce=y.alphaTest>0,Ge=!!y.alphaHash,tt=!!y.extensions,Me=Nn;y.toneMapped&&(He===null||He.isXRRenderTarget===!0)&&(Me=i.toneMapping);let Xe=it?$.isCompressedCubeTexture?$.image[0].mipmaps:$.mipmaps:null,et={shaderID:me,shaderType:y.type,shaderName:y.name,vertexShader:Fe,fragmentShader:se,defines:y.defines,customVertexShaderID:ye,customFragmentShaderID:Oe,isRawShaderMaterial:y.isRawShaderMaterial===!0,glslVersion:y.glslVersion,precision:K,batching:dt,batchingColor:dt&&O._colorsTexture!==null,instancing:We,instancingColor:We&&O.instanceColor!==null,instancingMorph:We&&O.morphTexture!==null,outputColorSpace:He===null?i.outputColorSpace:He.isXRRenderTarget===!0?He.texture.colorSpace:ot.workingColorSpace,alphaToCoverage:!!y.alphaToCoverage,map:Ve,matcap:at,envMap:ht,envMapMode:ht&&$.mapping,envMapPMREM:it,envMapMaxLod:it?Xe.length-1:null,envMapSize:it?Xe[0].width:null,aoMap:Et,lightMap:Mt,bumpMap:It,normalMap:vt,displacementMap:kt,emissiveMap:_t,normalMapObjectSpace:vt&&y.normalMapType===Wc,normalMapTangentSpace:vt&&y.normalMapType===xl,packedNormalMap:vt&&y.normalMapType===xl&&xg(y.normalMap.format),metalnessMap:Pt,roughnessMap:Ut,anisotropy:Xt,anisotropyMap:Te,clearcoat:z,clearcoatMap:A,clearcoatNormalMap:S,clearcoatRoughnessMap:W,diffuseRoughness:Ht,diffuseRoughnessMap:pe,dispersion:G,retroreflection:he,iridescence:ne,iridescenceMap:ce,iridescenceThicknessMap:Ae,sheen:ke,sheenColorMap:Le,sheenRoughnessMap:ie,specularMap:ae,specularColorMap:Re,specularIntensityMap:U,transmission:xe,transmissionMap:re,thicknessMap:j,gradientMap:Ie,opaque:y.transparent===!1&&y.blending===hi&&y.alphaToCoverage===!1,alphaMap:Se,alphaTest:Ce,alphaHash:Ge,combine:y.combine,mapUv:Ve&&g(y.map.channel),aoMapUv:Et&&g(y.aoMap.channel),lightMapUv:Mt&&g(y.lightMap.channel),bumpMapUv:It&&g(y.bumpMap.channel),normalMapUv:vt&&g(y.normalMap.channel),displacementMapUv:kt&&g(y.displacementMap.channel),emissiveMapUv:_t&&g(y.emissiveMap.channel),metalnessMapUv:Pt&&g(y.metalnessMap.channel),roughnessMapUv:Ut&&g(y.roughnessMap.channel),anisotropyMapUv:Te&&g(y.anisotropyMap.channel),clearcoatMapUv:A&&g(y.clearcoatMap.channel),clearcoatNormalMapUv:S&&g(y.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:W&&g(y.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:pe&&g(y.diffuseRoughnessMap.channel),iridescenceMapUv:ce&&g(y.iridescenceMap.channel),iridescenceThicknessMapUv:Ae&&g(y.iridescenceThicknessMap.channel),sheenColorMapUv:Le&&g(y.sheenColorMap.channel),sheenRoughnessMapUv:ie&&g(y.sheenRoughnessMap.channel),specularMapUv:ae&&g(y.specularMap.channel),specularColorMapUv:Re&&g(y.specularColorMap.channel),specularIntensityMapUv:U&&g(y.specularIntensityMap.channel),transmissionMapUv:re&&g(y.transmissionMap.channel),thicknessMapUv:j&&g(y.thicknessMap.channel),alphaMapUv:Se&&g(y.alphaMap.channel),vertexTangents:!!L.attributes.tangent&&(vt||Xt),vertexNormals:!!L.attributes.normal,vertexColors:y.vertexColors,vertexAlphas:y.vertexColors===!0&&!!L.attributes.color&&L.attributes.color.itemSize===4,pointsUvs:O.isPoints===!0&&!!L.attributes.uv&&(Ve||Se),fog:!!Q,useFog:y.fog===!0,fogExp2:!!Q&&Q.isFogExp2,flatShading:y.wireframe===!1&&(y.flatShading===!0||L.attributes.normal===void 0&&vt===!1&&(y.isMeshLambertMaterial||y.isMeshPhongMaterial||y.isMeshStandardMaterial||y.isMeshPhysicalMaterial)),sizeAttenuation:y.sizeAttenuation===!0,logarithmicDepthBuffer:p,reversedDepthBuffer:ge,skinning:O.isSkinnedMesh===!0,hasPositionAttribute:L.attributes.position!==void 0,morphTargets:L.morphAttributes.position!==void 0,morphNormals:L.morphAttributes.normal!==void 0,morphColors:L.morphAttributes.color!==void 0,morphTargetsCount:ue,morphTextureStride:Ee,numSunLights:b.sun.length,numDirLights:b.directional.length,numPointLights:b.point.length,numSpotLights:b.spot.length,numSpotLightMaps:b.spotLightMap.length,numRectAreaLights:b.rectArea.length,numHemiLights:b.hemi.length,numSunLightShadows:b.sunShadowMap.length,numDirLightShadows:b.directionalShadowMap.length,numPointLightShadows:b.pointShadowMap.length,numSpotLightShadows:b.spotShadowMap.length,numSpotLightShadowsWithMaps:b.numSpotLightShadowsWithMaps,numLightProbes:b.numLightProbes,numLightProbeGrids:Y.filter(Ne=>Ne.texture!==null).length,numClippingPlanes:r.numPlanes,numClipIntersection:r.numIntersection,dithering:y.dithering,shadowMapEnabled:i.shadowMap.enabled&&H.length>0,shadowMapType:i.shadowMap.type,toneMapping:Me,decodeVideoTexture:Ve&&y.map.isVideoTexture===!0&&ot.getTransfer(y.map.colorSpace)===xt,decodeVideoTextureEmissive:_t&&y.emissiveMap.isVideoTexture===!0&&ot.getTransfer(y.emissiveMap.colorSpace)===xt,premultipliedAlpha:y.premultipliedAlpha,doubleSided:y.side===on,flipSided:y.side===nn,useDepthPacking:y.depthPacking>=0,depthPacking:y.depthPacking||0,index0AttributeName:y.index0AttributeName,extensionClipCullDistance:tt&&y.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(tt&&y.extensions.multiDraw===!0||dt)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:y.customProgramCacheKey()};return et.vertexUv1s=c.has(1),et.vertexUv2s=c.has(2),et.vertexUv3s=c.has(3),c.clear(),et}function E(y){let b=[];if(y.shaderID?b.push(y.shaderID):(b.push(y.customVertexShaderID),b.push(y.customFragmentShaderID)),y.defines!==void 0)for(let H in y.defines)b.push(H),b.push(y.defines[H]);return y.isRawShaderMaterial===!1&&(x(b,y),_(b,y),b.push(i.outputColorSpace)),b.push(y.customProgramCacheKey),b.join()}function x(y,b){y.push(b.precision),y.push(b.outputColorSpace),y.push(b.envMapMode),y.push(b.envMapPMREM),y.push(b.envMapMaxLod),y.push(b.envMapSize),y.push(b.mapUv),y.push(b.alphaMapUv),y.push(b.lightMapUv),y.push(b.aoMapUv),y.push(b.bumpMapUv),y.push(b.normalMapUv),y.push(b.displacementMapUv),y.push(b.emissiveMapUv),y.push(b.metalnessMapUv),y.push(b.roughnessMapUv),y.push(b.anisotropyMapUv),y.push(b.clearcoatMapUv),y.push(b.clearcoatNormalMapUv),y.push(b.clearcoatRoughnessMapUv),y.push(b.diffuseRoughnessMapUv),y.push(b.iridescenceMapUv),y.push(b.iridescenceThicknessMapUv),y.push(b.sheenColorMapUv),y.push(b.sheenRoughnessMapUv),y.push(b.specularMapUv),y.push(b.specularColorMapUv),y.push(b.specularIntensityMapUv),y.push(b.transmissionMapUv),y.push(b.thicknessMapUv),y.push(b.combine),y.push(b.fogExp2),y.push(b.sizeAttenuation),y.push(b.morphTargetsCount),y.push(b.numSunLights),y.push(b.numDirLights),y.push(b.numPointLights),y.push(b.numSpotLights),y.push(b.numSpotLightMaps),y.push(b.numHemiLights),y.push(b.numRectAreaLights),y.push(b.numSunLightShadows),y.push(b.numDirLightShadows),y.push(b.numPointLightShadows),y.push(b.numSpotLightShadows),y.push(b.numSpotLightShadowsWithMaps),y.push(b.numLightProbes),y.push(b.numLightProbeGrids),y.push(b.shadowMapType),y.push(b.toneMapping),y.push(b.numClippingPlanes),y.push(b.numClipIntersection),y.push(b.depthPacking)}function _(y,b){a.disableAll(),b.instancing&&a.enable(0),b.instancingColor&&a.enable(1),b.instancingMorph&&a.enable(2),b.matcap&&a.enable(3),b.envMap&&a.enable(4),b.normalMapObjectSpace&&a.enable(5),b.normalMapTangentSpace&&a.enable(6),b.clearcoat&&a.enable(7),b.iridescence&&a.enable(8),b.alphaTest&&a.enable(9),b.vertexColors&&a.enable(10),b.vertexAlphas&&a.enable(11),b.vertexUv1s&&a.enable(12),b.vertexUv2s&&a.enable(13),b.vertexUv3s&&a.enable(14),b.vertexTangents&&a.enable(15),b.anisotropy&&a.enable(16),b.alphaHash&&a.enable(17),b.batching&&a.enable(18),b.dispersion&&a.enable(19),b.retroreflection&&a.enable(24),b.diffuseRoughness&&a.enable(25),b.batchingColor&&a.enable(20),b.gradientMap&&a.enable(21),b.packedNormalMap&&a.enable(22),b.vertexNormals&&a.enable(23),y.push(a.mask),a.disableAll(),b.fog&&a.enable(0),b.useFog&&a.enable(1),b.flatShading&&a.enable(2),b.logarithmicDepthBuffer&&a.enable(3),b.reversedDepthBuffer&&a.enable(4),b.skinning&&a.enable(5),b.morphTargets&&a.enable(6),b.morphNormals&&a.enable(7),b.morphColors&&a.enable(8),b.premultipliedAlpha&&a.enable(9),b.shadowMapEnabled&&a.enable(10),b.doubleSided&&a.enable(11),b.flipSided&&a.enable(12),b.useDepthPacking&&a.enable(13),b.dithering&&a.enable(14),b.transmission&&a.enable(15),b.sheen&&a.enable(16),b.opaque&&a.enable(17),b.pointsUvs&&a.enable(18),b.decodeVideoTexture&&a.enable(19),b.decodeVideoTextureEmissive&&a.enable(20),b.alphaToCoverage&&a.enable(21),b.numLightProbeGrids>0&&a.enable(22),b.hasPositionAttribute&&a.enable(23),y.push(a.mask)}function R(y){let b=f[y.type],H;if(b){let F=Fn[b];H=sh.clone(F.uniforms)}else H=y.uniforms;return H}function D(y,b){let H=d.get(b);return H!==void 0?++H.usedTimes:(H=new gg(i,b,y,s),h.push(H),d.set(b,H)),H}function I(y){if(--y.usedTimes===0){let b=h.indexOf(y);h[b]=h[h.length-1],h.pop(),d.delete(y.cacheKey),y.destroy()}}function N(y){o.remove(y)}function P(){o.dispose()}return{getParameters:v,getProgramCacheKey:E,getUniforms:R,acquireProgram:D,releaseProgram:I,releaseShaderCache:N,programs:h,dispose:P}}function yg(){let i=new WeakMap;function e(a){return i.has(a)}function t(a){let o=i.get(a);return o===void 0&&(o={},i.set(a,o)),o}function n(a){i.delete(a)}function s(a,o,c){i.get(a)[o]=c}function r(){i=new WeakMap}return{has:e,get:t,remove:n,update:s,dispose:r}}function Sg(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.material.id!==e.material.id?i.material.id-e.material.id:i.materialVariant!==e.materialVariant?i.materialVariant-e.materialVariant:i.z!==e.z?i.z-e.z:i.id-e.id}function wh(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.z!==e.z?e.z-i.z:i.id-e.id}function Eh(){let i=[],e=0,t=[],n=[],s=[];function r(){e=0,t.length=0,n.length=0,s.length=0}function a(f){let g=0;return f.isInstancedMesh&&(g+=2),f.isSkinnedMesh&&(g+=1),g}function o(f,g,v,E,x,_){let R=i[e];return R===void 0?(R={id:f.id,object:f,geometry:g,material:v,materialVariant:a(f),groupOrder:E,renderOrder:f.renderOrder,z:x,group:_},i[e]=R):(R.id=f.id,R.object=f,R.geometry=g,R.material=v,R.materialVariant=a(f),R.groupOrder=E,R.renderOrder=f.renderOrder,R.z=x,R.group=_),e++,R}function c(f,g,v,E,x,_,R){R.reversedDepth===!0&&(x=-x);let D=o(f,g,v,E,x,_);v.transmission>0?n.push(D):v.transparent===!0?s.push(D):t.push(D)}function h(f,g,v,E,x,_){let R=o(f,g,v,E,x,_);v.transmission>0?n.unshift(R):v.transparent===!0?s.unshift(R):t.unshift(R)}function d(f,g){t.length>1&&t.sort(f||Sg),n.length>1&&n.sort(g||wh),s.length>1&&s.sort(g||wh)}function p(){for(let f=e,g=i.length;f<g;f++){let v=i[f];if(v.id===null)break;v.id=null,v.object=null,v.geometry=null,v.material=null,v.group=null}}return{opaque:t,transmissive:n,transparent:s,init:r,push:c,unshift:h,finish:p,sort:d}}function Mg(){let i=new WeakMap;function e(n,s){let r=i.get(n),a;return r===void 0?(a=new Eh,i.set(n,[a])):s>=r.length?(a=new Eh,r.push(a)):a=r[s],a}function t(){i=new WeakMap}return{get:e,dispose:t}}function bg(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new X,color:new ct};break;case"SpotLight":t={position:new X,direction:new X,color:new ct,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new X,color:new ct,distance:0,decay:0};break;case"HemisphereLight":t={direction:new X,skyColor:new ct,groundColor:new ct};break;case"RectAreaLight":t={color:new ct,position:new X,halfWidth:new X,halfHeight:new X};break}return i[e.id]=t,t}}}function wg(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new ut};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new ut};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new ut,shadowCameraNear:1,shadowCameraFar:1e3};break}return i[e.id]=t,t}}}var Eg=0;function Tg(i,e){return(e.castShadow?2:0)-(i.castShadow?2:0)+(e.map?1:0)-(i.map?1:0)}function Ag(i){let e=new bg,t=wg(),n={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let h=0;h<9;h++)n.probe.push(new X);let s=new X,r=new pt,a=new pt;function o(h){let d=0,p=0,f=0;for(let Y=0;Y<9;Y++)n.probe[Y].set(0,0,0);let g=0,v=0,E=0,x=0,_=0,R=0,D=0,I=0,N=0,P=0,y=0,b=0,H=0,F=0;h.sort(Tg);for(let Y=0,Q=h.length;Y<Q;Y++){let L=h[Y],J=L.color,Z=L.intensity,$=L.distance,me=null;if(L.shadow&&L.shadow.map&&(L.shadow.map.texture.format===ln?me=L.shadow.map.texture:me=L.shadow.map.depthTexture||L.shadow.map.texture),L.isAmbientLight)d+=J.r*Z,p+=J.g*Z,f+=J.b*Z;else if(L.isLightProbe){for(let K=0;K<9;K++)n.probe[K].addScaledVector(L.sh.coefficients[K],Z);F++}else if(L.isSunLight){let K=e.get(L);if(K.color.copy(L.color).multiplyScalar(L.intensity),L.castShadow){let le=L.shadow,ue=t.get(L);ue.shadowIntensity=le.intensity,ue.shadowBias=le.bias,ue.shadowNormalBias=le.normalBias,ue.shadowRadius=le.radius,ue.shadowMapSize.copy(le.mapSize).multiply(le.getFrameExtents()),n.sunShadow[v]=ue,n.sunShadowMap[v]=me;let Ee=le.getViewportCount();for(let Fe=0;Fe<Ee;Fe++)n.sunShadowMatrix[E+Fe]=le.getMatrix(Fe),n.sunShadowCascade[E+Fe]=le._cascadeData[Fe];E+=Ee,v++}n.sun[g]=K,g++}else if(L.isDirectionalLight){let K=e.get(L);if(K.color.copy(L.color).multiplyScalar(L.intensity),L.castShadow){let le=L.shadow,ue=t.get(L);ue.shadowIntensity=le.intensity,ue.shadowBias=le.bias,ue.shadowNormalBias=le.normalBias,ue.shadowRadius=le.radius,ue.shadowMapSize=le.mapSize,n.directionalShadow[x]=ue,n.directionalShadowMap[x]=me,n.directionalShadowMatrix[x]=L.shadow.matrix,N++}n.directional[x]=K,x++}else if(L.isSpotLight){let K=e.get(L);K.position.setFromMatrixPosition(L.matrixWorld),K.color.copy(J).multiplyScalar(Z),K.distance=$,K.coneCos=Math.cos(L.angle),K.penumbraCos=Math.cos(L.angle*(1-L.penumbra)),K.decay=L.decay,n.spot[R]=K;let le=L.shadow;if(L.map&&(n.spotLightMap[b]=L.map,b++,le.updateMatrices(L),L.castShadow&&H++),n.spotLightMatrix[R]=le.matrix,L.castShadow){let ue=t.get(L);ue.shadowIntensity=le.intensity,ue.shadowBias=le.bias,ue.shadowNormalBias=le.normalBias,ue.shadowRadius=le.radius,ue.shadowMapSize=le.mapSize,n.spotShadow[R]=ue,n.spotShadowMap[R]=me,y++}R++}else if(L.isRectAreaLight){let K=e.get(L);K.color.copy(J).multiplyScalar(Z),K.halfWidth.set(L.width*.5,0,0),K.halfHeight.set(0,L.height*.5,0),n.rectArea[D]=K,D++}else if(L.isPointLight){let K=e.get(L);if(K.color.copy(L.color).multiplyScalar(L.intensity),K.distance=L.distance,K.decay=L.decay,L.castShadow){let le=L.shadow,ue=t.get(L);ue.shadowIntensity=le.intensity,ue.shadowBias=le.bias,ue.shadowNormalBias=le.normalBias,ue.shadowRadius=le.radius,ue.shadowMapSize=le.mapSize,ue.shadowCameraNear=le.camera.near,ue.shadowCameraFar=le.camera.far,n.pointShadow[_]=ue,n.pointShadowMap[_]=me,n.pointShadowMatrix[_]=L.shadow.matrix,P++}n.point[_]=K,_++}else if(L.isHemisphereLight){let K=e.get(L);K.skyColor.copy(L.color).multiplyScalar(Z),K.groundColor.copy(L.groundColor).multiplyScalar(Z),n.hemi[I]=K,I++}}D>0&&(i.has("OES_texture_float_linear")===!0?(n.rectAreaLTC1=Be.LTC_FLOAT_1,n.rectAreaLTC2=Be.LTC_FLOAT_2):(n.rectAreaLTC1=Be.LTC_HALF_1,n.rectAreaLTC2=Be.LTC_HALF_2)),n.ambient[0]=d,n.ambient[1]=p,n.ambient[2]=f;let O=n.hash;(O.sunLength!==g||O.directionalLength!==x||O.pointLength!==_||O.spotLength!==R||O.rectAreaLength!==D||O.hemiLength!==I||O.numSunShadows!==v||O.numDirectionalShadows!==N||O.numPointShadows!==P||O.numSpotShadows!==y||O.numSpotMaps!==b||O.numLightProbes!==F)&&(n.sun.length=g,n.directional.length=x,n.spot.length=R,n.rectArea.length=D,n.point.length=_,n.hemi.length=I,n.sunShadow.length=v,n.sunShadowMap.length=v,n.sunShadowMatrix.length=E,n.sunShadowCascade.length=E,n.directionalShadow.length=N,n.directionalShadowMap.length=N,n.directionalShadowMatrix.length=N,n.pointShadow.length=P,n.pointShadowMap.length=P,n.pointShadowMatrix.length=P,n.spotShadow.length=y,n.spotShadowMap.length=y,n.spotLightMatrix.length=y+b-H,n.spotLightMap.length=b,n.numSpotLightShadowsWithMaps=H,n.numLightProbes=F,O.sunLength=g,O.directionalLength=x,O.pointLength=_,O.spotLength=R,O.rectAreaLength=D,O.hemiLength=I,O.numSunShadows=v,O.numDirectionalShadows=N,O.numPointShadows=P,O.numSpotShadows=y,O.numSpotMaps=b,O.numLightProbes=F,n.version=Eg++)}function c(h,d){let p=0,f=0,g=0,v=0,E=0,x=0,_=d.matrixWorldInverse;for(let R=0,D=h.length;R<D;R++){let I=h[R];if(I.isSunLight){let N=n.sun[p];N.direction.setFromMatrixPosition(I.matrixWorld),N.direction.transformDirection(_),p++}else if(I.isDirectionalLight){let N=n.directional[f];N.direction.setFromMatrixPosition(I.matrixWorld),s.setFromMatrixPosition(I.target.matrixWorld),N.direction.sub(s),N.direction.transformDirection(_),f++}else if(I.isSpotLight){let N=n.spot[v];N.position.setFromMatrixPosition(I.matrixWorld),N.position.applyMatrix4(_),N.direction.setFromMatrixPosition(I.matrixWorld),s.setFromMatrixPosition(I.target.matrixWorld),N.direction.sub(s),N.direction.transformDirection(_),v++}else if(I.isRectAreaLight){let N=n.rectArea[E];N.position.setFromMatrixPosition(I.matrixWorld),N.position.applyMatrix4(_),a.identity(),r.copy(I.matrixWorld),r.premultiply(_),a.extractRotation(r),N.halfWidth.set(I.width*.5,0,0),N.halfHeight.set(0,I.height*.5,0),N.halfWidth.applyMatrix4(a),N.halfHeight.applyMatrix4(a),E++}else if(I.isPointLight){let N=n.point[g];N.position.setFromMatrixPosition(I.matrixWorld),N.position.applyMatrix4(_),g++}else if(I.isHemisphereLight){let N=n.hemi[x];N.direction.setFromMatrixPosition(I.matrixWorld),N.direction.transformDirection(_),x++}}}return{setup:o,setupView:c,state:n}}function Th(i){let e=new Ag(i),t=[],n=[],s=[];function r(p){d.camera=p,t.length=0,n.length=0,s.length=0}function a(p){p.isLightProbeGrid?s.push(p):t.push(p)}function o(p){n.push(p)}function c(){e.setup(t),s.sort((p,f)=>p.priority-f.priority||p.id-f.id)}function h(p){e.setupView(t,p)}let d={lightsArray:t,shadowsArray:n,lightProbeGridArray:s,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:r,state:d,setupLights:c,setupLightsView:h,pushLight:a,pushShadow:o}}function Rg(i){let e=new WeakMap;function t(s,r=0){let a=e.get(s),o;return a===void 0?(o=new Th(i),e.set(s,[o])):r>=a.length?(o=new Th(i),a.push(o)):o=a[r],o}function n(){e=new WeakMap}return{get:t,dispose:n}}var Cg=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,Ig=`uniform sampler2D shadow_pass;
uniform vec2 resolution;
uniform float radius;
void main() {
	const float samples = float( VSM_SAMPLES );
	float mean = 0.0;
	float squared_mean = 0.0;
	float uvStride = samples <= 1.0 ? 0.0 : 2.0 / ( samples - 1.0 );
	float uvStart = samples <= 1.0 ? 0.0 : - 1.0;
	for ( float i = 0.0; i < samples; i ++ ) {
		float uvOffset = uvStart + i * uvStride;
		#ifdef HORIZONTAL_PASS
			vec2 distribution = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( uvOffset, 0.0 ) * radius ) / resolution ).rg;
			mean += distribution.x;
			squared_mean += distribution.y * distribution.y + distribution.x * distribution.x;
		#else
			float depth = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( 0.0, uvOffset ) * radius ) / resolution ).r;
			mean += depth;
			squared_mean += depth * depth;
		#endif
	}
	mean = mean / samples;
	squared_mean = squared_mean / samples;
	float std_dev = sqrt( max( 0.0, squared_mean - mean * mean ) );
	gl_FragColor = vec4( mean, std_dev, 0.0, 1.0 );
}`,Pg=[new X(1,0,0),new X(-1,0,0),new X(0,1,0),new X(0,-1,0),new X(0,0,1),new X(0,0,-1)],Lg=[new X(0,-1,0),new X(0,-1,0),new X(0,0,1),new X(0,0,-1),new X(0,-1,0),new X(0,-1,0)],Ah=new pt,Js=new X,Cl=new X;function Dg(i,e,t){let n=new bi,s=new ut,r=new ut,a=new bt,o=new ra,c=new aa,h={},d=t.maxTextureSize,p={[ci]:nn,[nn]:ci,[on]:on},f=new Dn({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new ut},radius:{value:4}},vertexShader:Cg,fragmentShader:Ig}),g=f.clone();g.defines.HORIZONTAL_PASS=1;let v=new rn;v.setAttribute("position",new Yt(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let E=new an(v,f),x=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=ks;let _=this.type;this.render=function(P,y,b){if(x.enabled===!1||x.autoUpdate===!1&&x.needsUpdate===!1||P.length===0)return;this.type===Sc&&(Ye("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=ks);let H=i.getRenderTarget(),F=i.getActiveCubeFace(),O=i.getActiveMipmapLevel(),Y=i.state;Y.setBlending(gn),Y.buffers.depth.getReversed()===!0?Y.buffers.color.setClear(0,0,0,0):Y.buffers.color.setClear(1,1,1,1),Y.buffers.depth.setTest(!0),Y.setScissorTest(!1);let Q=_!==this.type;Q&&y.traverse(function(L){L.material&&(Array.isArray(L.material)?L.material.forEach(J=>J.needsUpdate=!0):L.material.needsUpdate=!0)});for(let L=0,J=P.length;L<J;L++){let Z=P[L],$=Z.shadow;if($===void 0){Ye("WebGLShadowMap:",Z,"has no shadow.");continue}if($.autoUpdate===!1&&$.needsUpdate===!1)continue;s.copy($.mapSize);let me=$.getFrameExtents();s.multiply(me),r.copy($.mapSize),(s.x>d||s.y>d)&&(s.x>d&&(r.x=Math.floor(d/me.x),s.x=r.x*me.x,$.mapSize.x=r.x),s.y>d&&(r.y=Math.floor(d/me.y),s.y=r.y*me.y,$.mapSize.y=r.y));let K=i.state.buffers.depth.getReversed();if($.camera._reversedDepth=K,$.map===null||Q===!0){if($.map!==null&&($.map.depthTexture!==null&&($.map.depthTexture.dispose(),$.map.depthTexture=null),$.map.dispose()),this.type===is){if(Z.isPointLight){Ye("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}$.map=new Kt(s.x,s.y,{format:ln,type:wt,minFilter:St,magFilter:St,generateMipmaps:!1}),$.map.texture.name=Z.name+".shadowMap",$.map.depthTexture=new bn(s.x,s.y,Nt),$.map.depthTexture.name=Z.name+".shadowMapDepth",$.map.depthTexture.format=qn,$.map.depthTexture.compareFunction=null,$.map.depthTexture.minFilter=Rt,$.map.depthTexture.magFilter=Rt}else Z.isPointLight?($.map=new Qs(s.x),$.map.depthTexture=new Ds(s.x,wn)):($.map=new Kt(s.x,s.y),$.map.depthTexture=new bn(s.x,s.y,wn)),$.map.depthTexture.name=Z.name+".shadowMap",$.map.depthTexture.format=qn,this.type===ks?($.map.depthTexture.compareFunction=K?yl:vl,$.map.depthTexture.minFilter=St,$.map.depthTexture.magFilter=St):($.map.depthTexture.compareFunction=null,$.map.depthTexture.minFilter=Rt,$.map.depthTexture.magFilter=Rt);$.camera.updateProjectionMatrix()}$.map.isWebGLCubeRenderTarget!==!0&&($.map.width!==s.x||$.map.height!==s.y)&&$.map.setSize(s.x,s.y);let le=$.map.isWebGLCubeRenderTarget?6:$.getViewportCount();Z.isPointLight!==!0&&$.updateMatrices(Z,b);let ue=($.camera.layers.mask&4294967294)!==0?$.camera.layers:b.layers;for(let Ee=0;Ee<le;Ee++){let Fe=$.getCamera(Ee);if(Z.isPointLight){let se=$.camera,ye=$.matrix,Oe=Z.distance||se.far;Oe!==se.far&&(se.far=Oe,se.updateProjectionMatrix()),Js.setFromMatrixPosition(Z.matrixWorld),se.position.copy(Js),Cl.copy(se.position),Cl.add(Pg[Ee]),se.up.copy(Lg[Ee]),se.lookAt(Cl),se.updateMatrixWorld(),ye.makeTranslation(-Js.x,-Js.y,-Js.z),Ah.multiplyMatrices(se.projectionMatrix,se.matrixWorldInverse),$._frustum.setFromProjectionMatrix(Ah,se.coordinateSystem,se.reversedDepth)}if($.map.isWebGLCubeRenderTarget)i.setRenderTarget($.map,Ee),i.clear();else{Ee===0&&(i.setRenderTarget($.map),i.clear());let se=$.getViewport(Ee);a.set(r.x*se.x,r.y*se.y,r.x*se.z,r.y*se.w),Y.viewport(a)}n=$.getFrustum(Ee),I(y,b,Fe,Z,ue,this.type)}$.isPointLightShadow!==!0&&this.type===is&&R($,b),$.needsUpdate=!1}_=this.type,x.needsUpdate=!1,i.setRenderTarget(H,F,O)};function R(P,y){let b=e.update(E);f.defines.VSM_SAMPLES!==P.blurSamples&&(f.defines.VSM_SAMPLES=P.blurSamples,g.defines.VSM_SAMPLES=P.blurSamples,f.needsUpdate=!0,g.needsUpdate=!0),P.mapPass===null?P.mapPass=new Kt(s.x,s.y,{format:ln,type:wt}):(P.mapPass.width!==P.map.width||P.mapPass.height!==P.map.height)&&P.mapPass.setSize(P.map.width,P.map.height),f.uniforms.shadow_pass.value=P.map.depthTexture,f.uniforms.resolution.value.set(P.map.width,P.map.height),f.uniforms.radius.value=P.radius,i.setRenderTarget(P.mapPass),i.clear(),i.renderBufferDirect(y,null,b,f,E,null),g.uniforms.shadow_pass.value=P.mapPass.texture,g.uniforms.resolution.value.set(P.map.width,P.map.height),g.uniforms.radius.value=P.radius,i.setRenderTarget(P.map),i.clear(),i.renderBufferDirect(y,null,b,g,E,null)}function D(P,y,b,H){let F=null,O=b.isPointLight===!0?P.customDistanceMaterial:P.customDepthMaterial;if(O!==void 0)F=O;else if(F=b.isPointLight===!0?c:o,i.localClippingEnabled&&y.clipShadows===!0&&Array.isArray(y.clippingPlanes)&&y.clippingPlanes.length!==0||y.displacementMap&&y.displacementScale!==0||y.alphaMap&&y.alphaTest>0||y.map&&y.alphaTest>0||y.alphaToCoverage===!0){let Y=F.uuid,Q=y.uuid,L=h[Y];L===void 0&&(L={},h[Y]=L);let J=L[Q];J===void 0&&(J=F.clone(),L[Q]=J,y.addEventListener("dispose",N)),F=J}if(F.visible=y.visible,F.wireframe=y.wireframe,H===is?F.side=y.shadowSide!==null?y.shadowSide:y.side:F.side=y.shadowSide!==null?y.shadowSide:p[y.side],F.alphaMap=y.alphaMap,F.alphaTest=y.alphaToCoverage===!0?.5:y.alphaTest,F.map=y.map,F.clipShadows=y.clipShadows,F.clippingPlanes=y.clippingPlanes,F.clipIntersection=y.clipIntersection,F.displacementMap=y.displacementMap,F.displacementScale=y.displacementScale,F.displacementBias=y.displacementBias,F.wireframeLinewidth=y.wireframeLinewidth,F.linewidth=y.linewidth,b.isPointLight===!0&&F.isMeshDistanceMaterial===!0){let Y=i.properties.get(F);Y.light=b}return F}function I(P,y,b,H,F,O){if(P.visible===!1)return;if(P.layers.test(F)&&(P.isMesh||P.isLine||P.isPoints)&&(P.castShadow||P.receiveShadow&&O===is)&&(!P.frustumCulled||P.intersectsFrustum(n))){P.modelViewMatrix.multiplyMatrices(b.matrixWorldInverse,P.matrixWorld);let L=e.update(P),J=P.material;if(Array.isArray(J)){let Z=L.groups;for(let $=0,me=Z.length;$<me;$++){let K=Z[$],le=J[K.materialIndex];if(le&&le.visible){let ue=D(P,le,H,O);P.onBeforeShadow(i,P,y,b,L,ue,K),i.renderBufferDirect(b,null,L,ue,P,K),P.onAfterShadow(i,P,y,b,L,ue,K)}}}else if(J.visible){let Z=D(P,J,H,O);P.onBeforeShadow(i,P,y,b,L,Z,null),i.renderBufferDirect(b,null,L,Z,P,null),P.onAfterShadow(i,P,y,b,L,Z,null)}}let Q=P.children;for(let L=0,J=Q.length;L<J;L++)I(Q[L],y,b,H,F,O)}function N(P){P.target.removeEventListener("dispose",N);for(let b in h){let H=h[b],F=P.target.uuid;F in H&&(H[F].dispose(),delete H[F])}}}function Ng(i,e){function t(){let U=!1,re=new bt,j=null,Ie=new bt(0,0,0,0);return{setMask:function(Se){j!==Se&&!U&&(i.colorMask(Se,Se,Se,Se),j=Se)},setLocked:function(Se){U=Se},setClear:function(Se,Ce,Ge,tt,Me){Me===!0&&(Se*=tt,Ce*=tt,Ge*=tt),re.set(Se,Ce,Ge,tt),Ie.equals(re)===!1&&(i.clearColor(Se,Ce,Ge,tt),Ie.copy(re))},reset:function(){U=!1,j=null,Ie.set(-1,0,0,0)}}}function n(){let U=!1,re=!1,j=null,Ie=null,Se=null;return{setReversed:function(Ce){if(re!==Ce){let Ge=e.get("EXT_clip_control");Ce?Ge.clipControlEXT(Ge.LOWER_LEFT_EXT,Ge.ZERO_TO_ONE_EXT):Ge.clipControlEXT(Ge.LOWER_LEFT_EXT,Ge.NEGATIVE_ONE_TO_ONE_EXT),re=Ce;let tt=Se;Se=null,this.setClear(tt)}},getReversed:function(){return re},setTest:function(Ce){Ce?ge(i.DEPTH_TEST):We(i.DEPTH_TEST)},setMask:function(Ce){j!==Ce&&!U&&(i.depthMask(Ce),j=Ce)},setFunc:function(Ce){if(re&&(Ce=th[Ce]),Ie!==Ce){switch(Ce){case kr:i.depthFunc(i.NEVER);break;case Hr:i.depthFunc(i.ALWAYS);break;case Gr:i.depthFunc(i.LESS);break;case Xi:i.depthFunc(i.LEQUAL);break;case Vr:i.depthFunc(i.EQUAL);break;case Wr:i.depthFunc(i.GEQUAL);break;case Xr:i.depthFunc(i.GREATER);break;case qr:i.depthFunc(i.NOTEQUAL);break;default:i.depthFunc(i.LEQUAL)}Ie=Ce}},setLocked:function(Ce){U=Ce},setClear:function(Ce){Se!==Ce&&(Se=Ce,re&&(Ce=1-Ce),i.clearDepth(Ce))},reset:function(){U=!1,j=null,Ie=null,Se=null,re=!1}}}function s(){let U=!1,re=null,j=null,Ie=null,Se=null,Ce=null,Ge=null,tt=null,Me=null;return{setTest:function(Xe){U||(Xe?ge(i.STENCIL_TEST):We(i.STENCIL_TEST))},setMask:function(Xe){re!==Xe&&!U&&(i.stencilMask(Xe),re=Xe)},setFunc:function(Xe,et,Ne){(j!==Xe||Ie!==et||Se!==Ne)&&(i.stencilFunc(Xe,et,Ne),j=Xe,Ie=et,Se=Ne)},setOp:function(Xe,et,Ne){(Ce!==Xe||Ge!==et||tt!==Ne)&&(i.stencilOp(Xe,et,Ne),Ce=Xe,Ge=et,tt=Ne)},setLocked:function(Xe){U=Xe},setClear:function(Xe){Me!==Xe&&(i.clearStencil(Xe),Me=Xe)},reset:function(){U=!1,re=null,j=null,Ie=null,Se=null,Ce=null,Ge=null,tt=null,Me=null}}}let r=new t,a=new n,o=new s,c={},h=new WeakMap,d={},p={},f={},g=new WeakMap,v=[],E=null,x=!1,_=null,R=null,D=null,I=null,N=null,P=null,y=null,b=new ct(0,0,0),H=0,F=!1,O=null,Y=null,Q=null,L=null,J=null,Z=i.getParameter(i.MAX_COMBINED_TEXTURE_IMAGE_UNITS),$=!1,me=0,K=i.getParameter(i.VERSION);K.indexOf("WebGL")!==-1?(me=parseFloat(/^WebGL (\d)/.exec(K)[1]),$=me>=1):K.indexOf("OpenGL ES")!==-1&&(me=parseFloat(/^OpenGL ES (\d)/.exec(K)[1]),$=me>=2);let le=null,ue={},Ee=i.getParameter(i.SCISSOR_BOX),Fe=i.getParameter(i.VIEWPORT),se=new bt().fromArray(Ee),ye=new bt().fromArray(Fe);function Oe(U,re,j,Ie){let Se=new Uint8Array(4),Ce=i.createTexture();i.bindTexture(U,Ce),i.texParameteri(U,i.TEXTURE_MIN_FILTER,i.NEAREST),i.texParameteri(U,i.TEXTURE_MAG_FILTER,i.NEAREST);for(let Ge=0;Ge<j;Ge++)U===i.TEXTURE_3D||U===i.TEXTURE_2D_ARRAY?i.texImage3D(re,0,i.RGBA,1,1,Ie,0,i.RGBA,i.UNSIGNED_BYTE,Se):i.texImage2D(re+Ge,0,i.RGBA,1,1,0,i.RGBA,i.UNSIGNED_BYTE,Se);return Ce}let He={};He[i.TEXTURE_2D]=Oe(i.TEXTURE_2D,i.TEXTURE_2D,1),He[i.TEXTURE_CUBE_MAP]=Oe(i.TEXTURE_CUBE_MAP,i.TEXTURE_CUBE_MAP_POSITIVE_X,6),He[i.TEXTURE_2D_ARRAY]=Oe(i.TEXTURE_2D_ARRAY,i.TEXTURE_2D_ARRAY,1,1),He[i.TEXTURE_3D]=Oe(i.TEXTURE_3D,i.TEXTURE_3D,1,1),r.setClear(0,0,0,1),a.setClear(1),o.setClear(0),ge(i.DEPTH_TEST),a.setFunc(Xi),It(!1),vt(Ko),ge(i.CULL_FACE),Et(gn);function ge(U){d[U]!==!0&&(i.enable(U),d[U]=!0)}function We(U){d[U]!==!1&&(i.disable(U),d[U]=!1)}function dt(U,re){return f[U]!==re?(i.bindFramebuffer(U,re),f[U]=re,U===i.DRAW_FRAMEBUFFER&&(f[i.FRAMEBUFFER]=re),U===i.FRAMEBUFFER&&(f[i.DRAW_FRAMEBUFFER]=re),!0):!1}function Ve(U,re){let j=v,Ie=!1;if(U){j=g.get(re),j===void 0&&(j=[],g.set(re,j));let Se=U.textures;if(j.length!==Se.length||j[0]!==i.COLOR_ATTACHMENT0){for(let Ce=0,Ge=Se.length;Ce<Ge;Ce++)j[Ce]=i.COLOR_ATTACHMENT0+Ce;j.length=Se.length,Ie=!0}}else j[0]!==i.BACK&&(j[0]=i.BACK,Ie=!0);Ie&&i.drawBuffers(j)}function at(U){return E!==U?(i.useProgram(U),E=U,!0):!1}let ht={[Ei]:i.FUNC_ADD,[bc]:i.FUNC_SUBTRACT,[wc]:i.FUNC_REVERSE_SUBTRACT};ht[Ec]=i.MIN,ht[Tc]=i.MAX;let it={[Ac]:i.ZERO,[Rc]:i.ONE,[Cc]:i.SRC_COLOR,[tl]:i.SRC_ALPHA,[Uc]:i.SRC_ALPHA_SATURATE,[Dc]:i.DST_COLOR,[Pc]:i.DST_ALPHA,[Ic]:i.ONE_MINUS_SRC_COLOR,[nl]:i.ONE_MINUS_SRC_ALPHA,[Nc]:i.ONE_MINUS_DST_COLOR,[Lc]:i.ONE_MINUS_DST_ALPHA,[Fc]:i.CONSTANT_COLOR,[Oc]:i.ONE_MINUS_CONSTANT_COLOR,[Bc]:i.CONSTANT_ALPHA,[zc]:i.ONE_MINUS_CONSTANT_ALPHA};function Et(U,re,j,Ie,Se,Ce,Ge,tt,Me,Xe){if(U===gn){x===!0&&(We(i.BLEND),x=!1);return}if(x===!1&&(ge(i.BLEND),x=!0),U!==Mc){if(U!==_||Xe!==F){if((R!==Ei||N!==Ei)&&(i.blendEquation(i.FUNC_ADD),R=Ei,N=Ei),Xe)switch(U){case hi:i.blendFuncSeparate(i.ONE,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Qo:i.blendFunc(i.ONE,i.ONE);break;case jo:i.blendFuncSeparate(i.ZERO,i.ONE_MINUS_SRC_COLOR,i.ZERO,i.ONE);break;case el:i.blendFuncSeparate(i.DST_COLOR,i.ONE_MINUS_SRC_ALPHA,i.ZERO,i.ONE);break;default:Qe("WebGLState: Invalid blending: ",U);break}else switch(U){case hi:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Qo:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE,i.ONE,i.ONE);break;case jo:Qe("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case el:Qe("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:Qe("WebGLState: Invalid blending: ",U);break}D=null,I=null,P=null,y=null,b.set(0,0,0),H=0,_=U,F=Xe}return}Se=Se||re,Ce=Ce||j,Ge=Ge||Ie,(re!==R||Se!==N)&&(i.blendEquationSeparate(ht[re],ht[Se]),R=re,N=Se),(j!==D||Ie!==I||Ce!==P||Ge!==y)&&(i.blendFuncSeparate(it[j],it[Ie],it[Ce],it[Ge]),D=j,I=Ie,P=Ce,y=Ge),(tt.equals(b)===!1||Me!==H)&&(i.blendColor(tt.r,tt.g,tt.b,Me),b.copy(tt),H=Me),_=U,F=!1}function Mt(U,re){U.side===on?We(i.CULL_FACE):ge(i.CULL_FACE);let j=U.side===nn;re&&(j=!j),It(j),U.blending===hi&&U.transparent===!1?Et(gn):Et(U.blending,U.blendEquation,U.blendSrc,U.blendDst,U.blendEquationAlpha,U.blendSrcAlpha,U.blendDstAlpha,U.blendColor,U.blendAlpha,U.premultipliedAlpha),a.setFunc(U.depthFunc),a.setTest(U.depthTest),a.setMask(U.depthWrite),r.setMask(U.colorWrite);let Ie=U.stencilWrite;o.setTest(Ie),Ie&&(o.setMask(U.stencilWriteMask),o.setFunc(U.stencilFunc,U.stencilRef,U.stencilFuncMask),o.setOp(U.stencilFail,U.stencilZFail,U.stencilZPass)),_t(U.polygonOffset,U.polygonOffsetFactor,U.polygonOffsetUnits),U.alphaToCoverage===!0?ge(i.SAMPLE_ALPHA_TO_COVERAGE):We(i.SAMPLE_ALPHA_TO_COVERAGE)}function It(U){O!==U&&(U?i.frontFace(i.CW):i.frontFace(i.CCW),O=U)}function vt(U){U!==vc?(ge(i.CULL_FACE),U!==Y&&(U===Ko?i.cullFace(i.BACK):U===yc?i.cullFace(i.FRONT):i.cullFace(i.FRONT_AND_BACK))):We(i.CULL_FACE),Y=U}function kt(U){U!==Q&&($&&i.lineWidth(U),Q=U)}function _t(U,re,j){U?(ge(i.POLYGON_OFFSET_FILL),(L!==re||J!==j)&&(L=re,J=j,a.getReversed()&&(re=-re,j=-j),i.polygonOffset(re,j))):We(i.POLYGON_OFFSET_FILL)}function Pt(U){U?ge(i.SCISSOR_TEST):We(i.SCISSOR_TEST)}function Ut(U){U===void 0&&(U=i.TEXTURE0+Z-1),le!==U&&(i.activeTexture(U),le=U)}function Xt(U,re,j){j===void 0&&(le===null?j=i.TEXTURE0+Z-1:j=le);let Ie=ue[j];Ie===void 0&&(Ie={type:void 0,texture:void 0},ue[j]=Ie),(Ie.type!==U||Ie.texture!==re)&&(le!==j&&(i.activeTexture(j),le=j),i.bindTexture(U,re||He[U]),Ie.type=U,Ie.texture=re)}function z(){let U=ue[le];U!==void 0&&U.type!==void 0&&(i.bindTexture(U.type,null),U.type=void 0,U.texture=void 0)}function Ht(){try{i.compressedTexImage2D(...arguments)}catch(U){Qe("WebGLState:",U)}}function G(){try{i.compressedTexImage3D(...arguments)}catch(U){Qe("WebGLState:",U)}}function he(){try{i.texSubImage2D(...arguments)}catch(U){Qe("WebGLState:",U)}}function ne(){try{i.texSubImage3D(...arguments)}catch(U){Qe("WebGLState:",U)}}function ke(){try{i.compressedTexSubImage2D(...arguments)}catch(U){Qe("WebGLState:",U)}}function xe(){try{i.compressedTexSubImage3D(...arguments)}catch(U){Qe("WebGLState:",U)}}function Te(){try{i.texStorage2D(...arguments)}catch(U){Qe("WebGLState:",U)}}function A(){try{i.texStorage3D(...arguments)}catch(U){Qe("WebGLState:",U)}}function S(){try{i.texImage2D(...arguments)}catch(U){Qe("WebGLState:",U)}}function W(){try{i.texImage3D(...arguments)}catch(U){Qe("WebGLState:",U)}}function pe(U){return p[U]!==void 0?p[U]:i.getParameter(U)}function ce(U,re){p[U]!==re&&(i.pixelStorei(U,re),p[U]=re)}function Ae(U){se.equals(U)===!1&&(i.scissor(U.x,U.y,U.z,U.w),se.copy(U))}function Le(U){ye.equals(U)===!1&&(i.viewport(U.x,U.y,U.z,U.w),ye.copy(U))}function ie(U,re){let j=h.get(re);j===void 0&&(j=new WeakMap,h.set(re,j));let Ie=j.get(U);Ie===void 0&&(Ie=i.getUniformBlockIndex(re,U.name),i.uniformBlockBinding(re,Ie,Ie),j.set(U,Ie))}function ae(U,re,j){let Se=h.get(re).get(U);c[Se]!==j&&(i.bindBufferBase(i.UNIFORM_BUFFER,Se,j),c[Se]=j)}function Re(){i.disable(i.BLEND),i.disable(i.CULL_FACE),i.disable(i.DEPTH_TEST),i.disable(i.POLYGON_OFFSET_FILL),i.disable(i.SCISSOR_TEST),i.disable(i.STENCIL_TEST),i.disable(i.SAMPLE_ALPHA_TO_COVERAGE),i.blendEquation(i.FUNC_ADD),i.blendFunc(i.ONE,i.ZERO),i.blendFuncSeparate(i.ONE,i.ZERO,i.ONE,i.ZERO),i.blendColor(0,0,0,0),i.colorMask(!0,!0,!0,!0),i.clearColor(0,0,0,0),i.depthMask(!0),i.depthFunc(i.LESS),a.setReversed(!1),i.clearDepth(1),i.stencilMask(4294967295),i.stencilFunc(i.ALWAYS,0,4294967295),i.stencilOp(i.KEEP,i.KEEP,i.KEEP),i.clearStencil(0),i.cullFace(i.BACK),i.frontFace(i.CCW),i.polygonOffset(0,0),i.activeTexture(i.TEXTURE0),i.bindFramebuffer(i.FRAMEBUFFER,null),i.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),i.bindFramebuffer(i.READ_FRAMEBUFFER,null),i.useProgram(null),i.lineWidth(1),i.scissor(0,0,i.canvas.width,i.canvas.height),i.viewport(0,0,i.canvas.width,i.canvas.height),i.pixelStorei(i.PACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,!1),i.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),i.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,i.BROWSER_DEFAULT_WEBGL),i.pixelStorei(i.PACK_ROW_LENGTH,0),i.pixelStorei(i.PACK_SKIP_PIXELS,0),i.pixelStorei(i.PACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_ROW_LENGTH,0),i.pixelStorei(i.UNPACK_IMAGE_HEIGHT,0),i.pixelStorei(i.UNPACK_SKIP_PIXELS,0),i.pixelStorei(i.UNPACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_SKIP_IMAGES,0),d={},p={},le=null,ue={},f={},c={},g=new WeakMap,v=[],E=null,x=!1,_=null,R=null,D=null,I=null,N=null,P=null,y=null,b=new ct(0,0,0),H=0,F=!1,O=null,Y=null,Q=null,L=null,J=null,se.set(0,0,i.canvas.width,i.canvas.height),ye.set(0,0,i.canvas.width,i.canvas.height),r.reset(),a.reset(),o.reset()}return{buffers:{color:r,depth:a,stencil:o},enable:ge,disable:We,bindFramebuffer:dt,drawBuffers:Ve,useProgram:at,setBlending:Et,setMaterial:Mt,setFlipSided:It,setCullFace:vt,setLineWidth:kt,setPolygonOffset:_t,setScissorTest:Pt,activeTexture:Ut,bindTexture:Xt,unbindTexture:z,compressedTexImage2D:Ht,compressedTexImage3D:G,texImage2D:S,texImage3D:W,pixelStorei:ce,getParameter:pe,updateUBOMapping:ie,uniformBlockBinding:ae,texStorage2D:Te,texStorage3D:A,texSubImage2D:he,texSubImage3D:ne,compressedTexSubImage2D:ke,compressedTexSubImage3D:xe,scissor:Ae,viewport:Le,reset:Re}}function Ug(i,e,t,n,s,r,a){let o=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,c=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),h=new ut,d=new WeakMap,p=new Set,f,g=new WeakMap,v=new Set,E=new FinalizationRegistry(A=>v.delete(A)),x=!1;try{x=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function _(A,S){return x?new OffscreenCanvas(A,S):Rs("canvas")}function R(A,S,W){let pe=1,ce=Te(A);if((ce.width>W||ce.height>W)&&(pe=W/Math.max(ce.width,ce.height)),pe<1)if(typeof HTMLImageElement<"u"&&A instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&A instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&A instanceof ImageBitmap||typeof VideoFrame<"u"&&A instanceof VideoFrame){let Ae=Math.floor(pe*ce.width),Le=Math.floor(pe*ce.height);f===void 0&&(f=_(Ae,Le));let ie=S?_(Ae,Le):f;return ie.width=Ae,ie.height=Le,ie.getContext("2d").drawImage(A,0,0,Ae,Le),Ye("WebGLRenderer: Texture has been resized from ("+ce.width+"x"+ce.height+") to ("+Ae+"x"+Le+")."),ie}else return"data"in A&&Ye("WebGLRenderer: Image in DataTexture is too big ("+ce.width+"x"+ce.height+")."),A;return A}function D(A){return A.generateMipmaps}function I(A){i.generateMipmap(A)}function N(A){return A.isWebGLCubeRenderTarget?i.TEXTURE_CUBE_MAP:A.isWebGL3DRenderTarget?i.TEXTURE_3D:A.isWebGLArrayRenderTarget||A.isCompressedArrayTexture?i.TEXTURE_2D_ARRAY:i.TEXTURE_2D}function P(A,S,W,pe,ce,Ae=!1){if(A!==null){if(i[A]!==void 0)return i[A];Ye("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+A+"'")}let Le;pe&&(Le=e.get("EXT_texture_norm16"),Le||Ye("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let ie=S;if(S===i.RED&&(W===i.FLOAT&&(ie=i.R32F),W===i.HALF_FLOAT&&(ie=i.R16F),W===i.UNSIGNED_BYTE&&(ie=i.R8),W===i.UNSIGNED_SHORT&&Le&&(ie=Le.R16_EXT),W===i.SHORT&&Le&&(ie=Le.R16_SNORM_EXT)),S===i.RED_INTEGER&&(W===i.UNSIGNED_BYTE&&(ie=i.R8UI),W===i.UNSIGNED_SHORT&&(ie=i.R16UI),W===i.UNSIGNED_INT&&(ie=i.R32UI),W===i.BYTE&&(ie=i.R8I),W===i.SHORT&&(ie=i.R16I),W===i.INT&&(ie=i.R32I)),S===i.RG&&(W===i.FLOAT&&(ie=i.RG32F),W===i.HALF_FLOAT&&(ie=i.RG16F),W===i.UNSIGNED_BYTE&&(ie=i.RG8),W===i.UNSIGNED_SHORT&&Le&&(ie=Le.RG16_EXT),W===i.SHORT&&Le&&(ie=Le.RG16_SNORM_EXT)),S===i.RG_INTEGER&&(W===i.UNSIGNED_BYTE&&(ie=i.RG8UI),W===i.UNSIGNED_SHORT&&(ie=i.RG16UI),W===i.UNSIGNED_INT&&(ie=i.RG32UI),W===i.BYTE&&(ie=i.RG8I),W===i.SHORT&&(ie=i.RG16I),W===i.INT&&(ie=i.RG32I)),S===i.RGB_INTEGER&&(W===i.UNSIGNED_BYTE&&(ie=i.RGB8UI),W===i.UNSIGNED_SHORT&&(ie=i.RGB16UI),W===i.UNSIGNED_INT&&(ie=i.RGB32UI),W===i.BYTE&&(ie=i.RGB8I),W===i.SHORT&&(ie=i.RGB16I),W===i.INT&&(ie=i.RGB32I)),S===i.RGBA_INTEGER&&(W===i.UNSIGNED_BYTE&&(ie=i.RGBA8UI),W===i.UNSIGNED_SHORT&&(ie=i.RGBA16UI),W===i.UNSIGNED_INT&&(ie=i.RGBA32UI),W===i.BYTE&&(ie=i.RGBA8I),W===i.SHORT&&(ie=i.RGBA16I),W===i.INT&&(ie=i.RGBA32I)),S===i.RGB&&(W===i.UNSIGNED_SHORT&&Le&&(ie=Le.RGB16_EXT),W===i.SHORT&&Le&&(ie=Le.RGB16_SNORM_EXT),W===i.UNSIGNED_INT_5_9_9_9_REV&&(ie=i.RGB9_E5),W===i.UNSIGNED_INT_10F_11F_11F_REV&&(ie=i.R11F_G11F_B10F)),S===i.RGBA){let ae=Ae?Ts:ot.getTransfer(ce);W===i.FLOAT&&(ie=i.RGBA32F),W===i.HALF_FLOAT&&(ie=i.RGBA16F),W===i.UNSIGNED_BYTE&&(ie=ae===xt?i.SRGB8_ALPHA8:i.RGBA8),W===i.UNSIGNED_SHORT&&Le&&(ie=Le.RGBA16_EXT),W===i.SHORT&&Le&&(ie=Le.RGBA16_SNORM_EXT),W===i.UNSIGNED_SHORT_4_4_4_4&&(ie=i.RGBA4),W===i.UNSIGNED_SHORT_5_5_5_1&&(ie=i.RGB5_A1)}return(ie===i.R16F||ie===i.R32F||ie===i.RG16F||ie===i.RG32F||ie===i.RGBA16F||ie===i.RGBA32F)&&e.get("EXT_color_buffer_float"),ie}function y(A,S){let W;return A?S===null||S===wn||S===Ai?W=i.DEPTH24_STENCIL8:S===Nt?W=i.DEPTH32F_STENCIL8:S===rs&&(W=i.DEPTH24_STENCIL8,Ye("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):S===null||S===wn||S===Ai?W=i.DEPTH_COMPONENT24:S===Nt?W=i.DEPTH_COMPONENT32F:S===rs&&(W=i.DEPTH_COMPONENT16),W}function b(A,S){return D(A)===!0||A.isFramebufferTexture&&A.minFilter!==Rt&&A.minFilter!==St?Math.log2(Math.max(S.width,S.height))+1:A.mipmaps.length>0?A.mipmaps.length:A.isCompressedTexture&&Array.isArray(A.image)?S.mipmaps.length:1}function H(A){let S=new WeakRef(A);n.get(A).__ref=S,v.add(S),E.register(A,S,S)}function F(A){let S=n.get(A).__ref;S!==void 0&&(v.delete(S),E.unregister(S))}function O(A){Q(A.target)}function Y(A){L(A.target)}function Q(A){A.removeEventListener("dispose",O),F(A),Z(A),A.isVideoTexture&&d.delete(A),A.isHTMLTexture&&p.delete(A)}function L(A){A.removeEventListener("dispose",Y),F(A),me(A)}function J(){for(let A of v){let S=A.deref();S!==void 0&&(S.isRenderTarget===!0?L(S):Q(S))}v.clear(),p.clear()}function Z(A){let S=n.get(A);if(S.__webglInit===void 0)return;let W=A.source,pe=g.get(W);if(pe){let ce=pe[S.__cacheKey];ce.usedTimes--,ce.usedTimes===0&&$(A),Object.keys(pe).length===0&&g.delete(W)}n.remove(A)}function $(A){let S=n.get(A);i.deleteTexture(S.__webglTexture);let W=A.source,pe=g.get(W);delete pe[S.__cacheKey],a.memory.textures--}function me(A){let S=n.get(A);S.__depthDisposeCallback&&S.__depthDisposeCallback();let W=A.depthTexture;if(W&&W.renderTarget===A&&Q(W),A.isWebGLCubeRenderTarget)for(let ce=0;ce<6;ce++){if(Array.isArray(S.__webglFramebuffer[ce]))for(let Ae=0;Ae<S.__webglFramebuffer[ce].length;Ae++)i.deleteFramebuffer(S.__webglFramebuffer[ce][Ae]);else i.deleteFramebuffer(S.__webglFramebuffer[ce]);S.__webglDepthbuffer&&i.deleteRenderbuffer(S.__webglDepthbuffer[ce])}else{if(Array.isArray(S.__webglFramebuffer))for(let ce=0;ce<S.__webglFramebuffer.length;ce++)i.deleteFramebuffer(S.__webglFramebuffer[ce]);else i.deleteFramebuffer(S.__webglFramebuffer);if(S.__webglDepthbuffer&&i.deleteRenderbuffer(S.__webglDepthbuffer),S.__webglMultisampledFramebuffer&&i.deleteFramebuffer(S.__webglMultisampledFramebuffer),S.__webglColorRenderbuffer)for(let ce=0;ce<S.__webglColorRenderbuffer.length;ce++)S.__webglColorRenderbuffer[ce]&&i.deleteRenderbuffer(S.__webglColorRenderbuffer[ce]);S.__webglDepthRenderbuffer&&i.deleteRenderbuffer(S.__webglDepthRenderbuffer)}let pe=A.textures;for(let ce=0,Ae=pe.length;ce<Ae;ce++){let Le=n.get(pe[ce]);Le.__webglTexture&&(i.deleteTexture(Le.__webglTexture),a.memory.textures--),n.remove(pe[ce])}n.remove(A)}let K=0;function le(){K=0}function ue(){return K}function Ee(A){K=A}function Fe(){let A=K;return A>=s.maxTextures&&Ye("WebGLTextures: Trying to use "+(A+1)+" texture units while this GPU supports only "+s.maxTextures),K+=1,A}function se(A){let S=[];return S.push(A.wrapS),S.push(A.wrapT),S.push(A.wrapR||0),S.push(A.magFilter),S.push(A.minFilter),S.push(A.anisotropy),S.push(A.internalFormat),S.push(A.format),S.push(A.type),S.push(A.generateMipmaps),S.push(A.mipmapsAutoUpdate),S.push(A.premultiplyAlpha),S.push(A.flipY),S.push(A.unpackAlignment),S.push(A.colorSpace),S.join()}function ye(A,S){let W=n.get(A);if(A.isVideoTexture&&ke(A),A.isRenderTargetTexture===!1&&A.isExternalTexture!==!0&&A.version>0&&W.__version!==A.version){let pe=A.image;if(pe===null)Ye("WebGLRenderer: Texture marked for update but no image data found.");else if(pe.complete===!1)Ye("WebGLRenderer: Texture marked for update but image is incomplete");else{Mt(W,A,S);return}}else A.isExternalTexture&&(W.__webglTexture=A.sourceTexture?A.sourceTexture:null);t.bindTexture(i.TEXTURE_2D,W.__webglTexture,i.TEXTURE0+S)}function Oe(A,S){let W=n.get(A);if(A.isRenderTargetTexture===!1&&A.version>0&&W.__version!==A.version){Mt(W,A,S);return}else A.isExternalTexture&&(W.__webglTexture=A.sourceTexture?A.sourceTexture:null);t.bindTexture(i.TEXTURE_2D_ARRAY,W.__webglTexture,i.TEXTURE0+S)}function He(A,S){let W=n.get(A);if(A.isRenderTargetTexture===!1&&A.version>0&&W.__version!==A.version){Mt(W,A,S);return}t.bindTexture(i.TEXTURE_3D,W.__webglTexture,i.TEXTURE0+S)}function ge(A,S){let W=n.get(A);if(A.version>0&&W.__version!==A.version){It(W,A,S);return}t.bindTexture(i.TEXTURE_CUBE_MAP,W.__webglTexture,i.TEXTURE0+S)}let We={[qi]:i.REPEAT,[qt]:i.CLAMP_TO_EDGE,[Yr]:i.MIRRORED_REPEAT},dt={[Rt]:i.NEAREST,[Gc]:i.NEAREST_MIPMAP_NEAREST,[Hs]:i.NEAREST_MIPMAP_LINEAR,[St]:i.LINEAR,[Sa]:i.LINEAR_MIPMAP_NEAREST,[_n]:i.LINEAR_MIPMAP_LINEAR},Ve={[qc]:i.NEVER,[Sl]:i.ALWAYS,[Yc]:i.LESS,[vl]:i.LEQUAL,[Zc]:i.EQUAL,[yl]:i.GEQUAL,[$c]:i.GREATER,[Jc]:i.NOTEQUAL};function at(A,S){if(S.type===Nt&&e.has("OES_texture_float_linear")===!1&&(S.magFilter===St||S.magFilter===Sa||S.magFilter===Hs||S.magFilter===_n||S.minFilter===St||S.minFilter===Sa||S.minFilter===Hs||S.minFilter===_n)&&Ye("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),i.texParameteri(A,i.TEXTURE_WRAP_S,We[S.wrapS]),i.texParameteri(A,i.TEXTURE_WRAP_T,We[S.wrapT]),(A===i.TEXTURE_3D||A===i.TEXTURE_2D_ARRAY)&&i.texParameteri(A,i.TEXTURE_WRAP_R,We[S.wrapR]),i.texParameteri(A,i.TEXTURE_MAG_FILTER,dt[S.magFilter]),i.texParameteri(A,i.TEXTURE_MIN_FILTER,dt[S.minFilter]),S.compareFunction&&(i.texParameteri(A,i.TEXTURE_COMPARE_MODE,i.COMPARE_REF_TO_TEXTURE),i.texParameteri(A,i.TEXTURE_COMPARE_FUNC,Ve[S.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(S.magFilter===Rt||S.minFilter!==Hs&&S.minFilter!==_n||S.type===Nt&&e.has("OES_texture_float_linear")===!1)return;if(S.anisotropy>1||n.get(S).__currentAnisotropy){let W=e.get("EXT_texture_filter_anisotropic");i.texParameterf(A,W.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(S.anisotropy,s.getMaxAnisotropy())),n.get(S).__currentAnisotropy=S.anisotropy}}}function ht(A,S){let W=!1;A.__webglInit===void 0&&(A.__webglInit=!0,S.addEventListener("dispose",O),H(S));let pe=S.source,ce=g.get(pe);ce===void 0&&(ce={},g.set(pe,ce));let Ae=se(S);if(Ae!==A.__cacheKey){ce[Ae]===void 0&&(ce[Ae]={texture:i.createTexture(),usedTimes:0},a.memory.textures++,W=!0),ce[Ae].usedTimes++;let Le=ce[A.__cacheKey];Le!==void 0&&(ce[A.__cacheKey].usedTimes--,Le.usedTimes===0&&$(S)),A.__cacheKey=Ae,A.__webglTexture=ce[Ae].texture}return W}function it(A,S,W){return Math.floor(Math.floor(A/W)/S)}function Et(A,S,W,pe){let Ae=A.updateRanges;if(Ae.length===0)t.texSubImage2D(i.TEXTURE_2D,0,0,0,S.width,S.height,W,pe,S.data);else{Ae.sort((U,re)=>U.start-re.start);let Le=0;for(let U=1;U<Ae.length;U++){let re=Ae[Le],j=Ae[U],Ie=re.start+re.count,Se=it(j.start,S.width,4),Ce=it(re.start,S.width,4);j.start<=Ie+1&&Se===Ce&&it(j.start+j.count-1,S.width,4)===Se?re.count=Math.max(re.count,j.start+j.count-re.start):(++Le,Ae[Le]=j)}Ae.length=Le+1;let ie=t.getParameter(i.UNPACK_ROW_LENGTH),ae=t.getParameter(i.UNPACK_SKIP_PIXELS),Re=t.getParameter(i.UNPACK_SKIP_ROWS);t.pixelStorei(i.UNPACK_ROW_LENGTH,S.width);for(let U=0,re=Ae.length;U<re;U++){let j=Ae[U],Ie=Math.floor(j.start/4),Se=Math.ceil(j.count/4),Ce=Ie%S.width,Ge=Math.floor(Ie/S.width),tt=Se,Me=1;t.pixelStorei(i.UNPACK_SKIP_PIXELS,Ce),t.pixelStorei(i.UNPACK_SKIP_ROWS,Ge),t.texSubImage2D(i.TEXTURE_2D,0,Ce,Ge,tt,Me,W,pe,S.data)}A.clearUpdateRanges(),t.pixelStorei(i.UNPACK_ROW_LENGTH,ie),t.pixelStorei(i.UNPACK_SKIP_PIXELS,ae),t.pixelStorei(i.UNPACK_SKIP_ROWS,Re)}}function Mt(A,S,W){let pe=i.TEXTURE_2D;(S.isDataArrayTexture||S.isCompressedArrayTexture)&&(pe=i.TEXTURE_2D_ARRAY),S.isData3DTexture&&(pe=i.TEXTURE_3D);let ce=ht(A,S),Ae=S.source;t.bindTexture(pe,A.__webglTexture,i.TEXTURE0+W);let Le=n.get(Ae);if(Ae.version!==Le.__version||ce===!0){if(t.activeTexture(i.TEXTURE0+W),(typeof ImageBitmap<"u"&&S.image instanceof ImageBitmap)===!1){let Me=ot.getPrimaries(ot.workingColorSpace),Xe=S.colorSpace===En?null:ot.getPrimaries(S.colorSpace),et=S.colorSpace===En||Me===Xe?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,S.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,S.premultiplyAlpha),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,et)}t.pixelStorei(i.UNPACK_ALIGNMENT,S.unpackAlignment);let ae=R(S.image,!1,s.maxTextureSize);ae=xe(S,ae);let Re=r.convert(S.format,S.colorSpace),U=r.convert(S.type),re=P(S.internalFormat,Re,U,S.normalized,S.colorSpace,S.isVideoTexture);at(pe,S);let j,Ie=S.mipmaps,Se=S.isVideoTexture!==!0,Ce=Le.__version===void 0||ce===!0,Ge=Ae.dataReady,tt=b(S,ae);if(S.isDepthTexture)re=y(S.format===Yn,S.type),Ce&&(Se?t.texStorage2D(i.TEXTURE_2D,1,re,ae.width,ae.height):t.texImage2D(i.TEXTURE_2D,0,re,ae.width,ae.height,0,Re,U,null));else if(S.isDataTexture)if(Ie.length>0){Se&&Ce&&t.texStorage2D(i.TEXTURE_2D,tt,re,Ie[0].width,Ie[0].height);for(let Me=0,Xe=Ie.length;Me<Xe;Me++)j=Ie[Me],Se?Ge&&t.texSubImage2D(i.TEXTURE_2D,Me,0,0,j.width,j.height,Re,U,j.data):t.texImage2D(i.TEXTURE_2D,Me,re,j.width,j.height,0,Re,U,j.data);S.generateMipmaps=!1}else Se?(Ce&&t.texStorage2D(i.TEXTURE_2D,tt,re,ae.width,ae.height),Ge&&Et(S,ae,Re,U)):t.texImage2D(i.TEXTURE_2D,0,re,ae.width,ae.height,0,Re,U,ae.data);else if(S.isCompressedTexture)if(S.isCompressedArrayTexture){Se&&Ce&&t.texStorage3D(i.TEXTURE_2D_ARRAY,tt,re,Ie[0].width,Ie[0].height,ae.depth);for(let Me=0,Xe=Ie.length;Me<Xe;Me++)if(j=Ie[Me],S.format!==Ct)if(Re!==null)if(Se){if(Ge)if(S.layerUpdates.size>0){let et=Al(j.width,j.height,S.format,S.type);for(let Ne of S.layerUpdates){let mt=j.data.subarray(Ne*et/j.data.BYTES_PER_ELEMENT,(Ne+1)*et/j.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,Me,0,0,Ne,j.width,j.height,1,Re,mt)}}else t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,Me,0,0,0,j.width,j.height,ae.depth,Re,j.data)}else t.compressedTexImage3D(i.TEXTURE_2D_ARRAY,Me,re,j.width,j.height,ae.depth,0,j.data,0,0);else Ye("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else Se?Ge&&t.texSubImage3D(i.TEXTURE_2D_ARRAY,Me,0,0,0,j.width,j.height,ae.depth,Re,U,j.data):t.texImage3D(i.TEXTURE_2D_ARRAY,Me,re,j.width,j.height,ae.depth,0,Re,U,j.data);S.layerUpdates.size>0&&S.clearLayerUpdates()}else{Se&&Ce&&t.texStorage2D(i.TEXTURE_2D,tt,re,Ie[0].width,Ie[0].height);for(let Me=0,Xe=Ie.length;Me<Xe;Me++)j=Ie[Me],S.format!==Ct?Re!==null?Se?Ge&&t.compressedTexSubImage2D(i.TEXTURE_2D,Me,0,0,j.width,j.height,Re,j.data):t.compressedTexImage2D(i.TEXTURE_2D,Me,re,j.width,j.height,0,j.data):Ye("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):Se?Ge&&t.texSubImage2D(i.TEXTURE_2D,Me,0,0,j.width,j.height,Re,U,j.data):t.texImage2D(i.TEXTURE_2D,Me,re,j.width,j.height,0,Re,U,j.data)}else if(S.isDataArrayTexture)if(Se){if(Ce&&t.texStorage3D(i.TEXTURE_2D_ARRAY,tt,re,ae.width,ae.height,ae.depth),Ge)if(S.layerUpdates.size>0){let Me=Al(ae.width,ae.height,S.format,S.type);for(let Xe of S.layerUpdates){let et=ae.data.subarray(Xe*Me/ae.data.BYTES_PER_ELEMENT,(Xe+1)*Me/ae.data.BYTES_PER_ELEMENT);t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,Xe,ae.width,ae.height,1,Re,U,et)}S.clearLayerUpdates()}else t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,0,ae.width,ae.height,ae.depth,Re,U,ae.data)}else t.texImage3D(i.TEXTURE_2D_ARRAY,0,re,ae.width,ae.height,ae.depth,0,Re,U,ae.data);else if(S.isData3DTexture)Se?(Ce&&t.texStorage3D(i.TEXTURE_3D,tt,re,ae.width,ae.height,ae.depth),Ge&&t.texSubImage3D(i.TEXTURE_3D,0,0,0,0,ae.width,ae.height,ae.depth,Re,U,ae.data)):t.texImage3D(i.TEXTURE_3D,0,re,ae.width,ae.height,ae.depth,0,Re,U,ae.data);else if(S.isFramebufferTexture){if(Ce)if(Se)t.texStorage2D(i.TEXTURE_2D,tt,re,ae.width,ae.height);else{let Me=ae.width,Xe=ae.height;for(let et=0;et<tt;et++)t.texImage2D(i.TEXTURE_2D,et,re,Me,Xe,0,Re,U,null),Me>>=1,Xe>>=1}}else if(S.isHTMLTexture){if("texElementImage2D"in i){let Me=i.canvas;if(Me.hasAttribute("layoutsubtree")||Me.setAttribute("layoutsubtree","true"),ae.parentNode!==Me){Me.appendChild(ae),p.add(S),Me.onpaint=Xe=>{let et=Xe.changedElements;for(let Ne of p)et.includes(Ne.image)&&(Ne.needsUpdate=!0)},Me.requestPaint();return}if(i.texElementImage2D.length===3)i.texElementImage2D(i.TEXTURE_2D,i.RGBA8,ae);else{let et=i.RGBA,Ne=i.RGBA,mt=i.UNSIGNED_BYTE;i.texElementImage2D(i.TEXTURE_2D,0,et,Ne,mt,ae)}i.texParameteri(i.TEXTURE_2D,i.TEXTURE_MIN_FILTER,i.LINEAR),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_S,i.CLAMP_TO_EDGE),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_T,i.CLAMP_TO_EDGE)}}else if(Ie.length>0){if(Se&&Ce){let Me=Te(Ie[0]);t.texStorage2D(i.TEXTURE_2D,tt,re,Me.width,Me.height)}for(let Me=0,Xe=Ie.length;Me<Xe;Me++)j=Ie[Me],Se?Ge&&t.texSubImage2D(i.TEXTURE_2D,Me,0,0,Re,U,j):t.texImage2D(i.TEXTURE_2D,Me,re,Re,U,j);S.generateMipmaps=!1}else if(Se){if(Ce){let Me=Te(ae);t.texStorage2D(i.TEXTURE_2D,tt,re,Me.width,Me.height)}Ge&&t.texSubImage2D(i.TEXTURE_2D,0,0,0,Re,U,ae)}else t.texImage2D(i.TEXTURE_2D,0,re,Re,U,ae);D(S)&&S.mipmapsAutoUpdate===!0&&I(pe),Le.__version=Ae.version,S.onUpdate&&S.onUpdate(S)}A.__version=S.version}function It(A,S,W){if(S.image.length!==6)return;let pe=ht(A,S),ce=S.source;t.bindTexture(i.TEXTURE_CUBE_MAP,A.__webglTexture,i.TEXTURE0+W);let Ae=n.get(ce);if(ce.version!==Ae.__version||pe===!0){t.activeTexture(i.TEXTURE0+W);let Le=ot.getPrimaries(ot.workingColorSpace),ie=S.colorSpace===En?null:ot.getPrimaries(S.colorSpace),ae=S.colorSpace===En||Le===ie?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,S.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,S.premultiplyAlpha),t.pixelStorei(i.UNPACK_ALIGNMENT,S.unpackAlignment),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,ae);let Re=S.isCompressedTexture||S.image[0].isCompressedTexture,U=S.image[0]&&S.image[0].isDataTexture,re=[];for(let Ne=0;Ne<6;Ne++)!Re&&!U?re[Ne]=R(S.image[Ne],!0,s.maxCubemapSize):re[Ne]=U?S.image[Ne].image:S.image[Ne],re[Ne]=xe(S,re[Ne]);let j=re[0],Ie=r.convert(S.format,S.colorSpace),Se=r.convert(S.type),Ce=P(S.internalFormat,Ie,Se,S.normalized,S.colorSpace),Ge=S.isVideoTexture!==!0,tt=Ae.__version===void 0||pe===!0,Me=ce.dataReady,Xe=b(S,j);at(i.TEXTURE_CUBE_MAP,S);let et;if(S.isDepthTexture){if(Ce=y(S.format===Yn,S.type),tt)if(Ge)t.texStorage2D(i.TEXTURE_CUBE_MAP,1,Ce,j.width,j.height);else for(let Ne=0;Ne<6;Ne++)t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ne,0,Ce,j.width,j.height,0,Ie,Se,null)}else if(Re){Ge&&tt&&t.texStorage2D(i.TEXTURE_CUBE_MAP,Xe,Ce,j.width,j.height);for(let Ne=0;Ne<6;Ne++){et=re[Ne].mipmaps;for(let mt=0;mt<et.length;mt++){let Lt=et[mt];S.format!==Ct?Ie!==null?Ge?Me&&t.compressedTexSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ne,mt,0,0,Lt.width,Lt.height,Ie,Lt.data):t.compressedTexImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ne,mt,Ce,Lt.width,Lt.height,0,Lt.data):Ye("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Ge?Me&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ne,mt,0,0,Lt.width,Lt.height,Ie,Se,Lt.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ne,mt,Ce,Lt.width,Lt.height,0,Ie,Se,Lt.data)}}}else{if(et=S.mipmaps,Ge&&tt){et.length>0&&Xe++;let Ne=Te(re[0]);t.texStorage2D(i.TEXTURE_CUBE_MAP,Xe,Ce,Ne.width,Ne.height)}for(let Ne=0;Ne<6;Ne++)if(U){Ge?Me&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ne,0,0,0,re[Ne].width,re[Ne].height,Ie,Se,re[Ne].data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ne,0,Ce,re[Ne].width,re[Ne].height,0,Ie,Se,re[Ne].data);for(let mt=0;mt<et.length;mt++){let Rn=et[mt].image[Ne].image;Ge?Me&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ne,mt+1,0,0,Rn.width,Rn.height,Ie,Se,Rn.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ne,mt+1,Ce,Rn.width,Rn.height,0,Ie,Se,Rn.data)}}else{Ge?Me&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ne,0,0,0,Ie,Se,re[Ne]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ne,0,Ce,Ie,Se,re[Ne]);for(let mt=0;mt<et.length;mt++){let Lt=et[mt];Ge?Me&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ne,mt+1,0,0,Ie,Se,Lt.image[Ne]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ne,mt+1,Ce,Ie,Se,Lt.image[Ne])}}}D(S)&&S.mipmapsAutoUpdate===!0&&I(i.TEXTURE_CUBE_MAP),Ae.__version=ce.version,S.onUpdate&&S.onUpdate(S)}A.__version=S.version}function vt(A,S,W,pe,ce,Ae){let Le=r.convert(W.format,W.colorSpace),ie=r.convert(W.type),ae=P(W.internalFormat,Le,ie,W.normalized,W.colorSpace),Re=n.get(S),U=n.get(W);if(U.__renderTarget=S,!Re.__hasExternalTextures){let re=Math.max(1,S.width>>Ae),j=Math.max(1,S.height>>Ae);ce===i.TEXTURE_3D||ce===i.TEXTURE_2D_ARRAY?t.texImage3D(ce,Ae,ae,re,j,S.depth,0,Le,ie,null):t.texImage2D(ce,Ae,ae,re,j,0,Le,ie,null)}t.bindFramebuffer(i.FRAMEBUFFER,A),ne(S)?o.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,pe,ce,U.__webglTexture,0,he(S)):(ce===i.TEXTURE_2D||ce>=i.TEXTURE_CUBE_MAP_POSITIVE_X&&ce<=i.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&i.framebufferTexture2D(i.FRAMEBUFFER,pe,ce,U.__webglTexture,Ae),t.bindFramebuffer(i.FRAMEBUFFER,null)}function kt(A,S,W){if(i.bindRenderbuffer(i.RENDERBUFFER,A),S.depthBuffer){let pe=S.depthTexture,ce=pe&&pe.isDepthTexture?pe.type:null,Ae=y(S.stencilBuffer,ce),Le=S.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;ne(S)?o.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,he(S),Ae,S.width,S.height):W?i.renderbufferStorageMultisample(i.RENDERBUFFER,he(S),Ae,S.width,S.height):i.renderbufferStorage(i.RENDERBUFFER,Ae,S.width,S.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,Le,i.RENDERBUFFER,A)}else{let pe=S.textures;for(let ce=0;ce<pe.length;ce++){let Ae=pe[ce],Le=r.convert(Ae.format,Ae.colorSpace),ie=r.convert(Ae.type),ae=P(Ae.internalFormat,Le,ie,Ae.normalized,Ae.colorSpace);ne(S)?o.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,he(S),ae,S.width,S.height):W?i.renderbufferStorageMultisample(i.RENDERBUFFER,he(S),ae,S.width,S.height):i.renderbufferStorage(i.RENDERBUFFER,ae,S.width,S.height)}}i.bindRenderbuffer(i.RENDERBUFFER,null)}function _t(A,S,W){let pe=S.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(i.FRAMEBUFFER,A),!(S.depthTexture&&S.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let ce=n.get(S.depthTexture);ce.__renderTarget=S;let Ae=pe?S.depthTexture.image[0]:S.depthTexture.image;(!ce.__webglTexture||Ae.width!==S.width||Ae.height!==S.height)&&(Ae.width=S.width,Ae.height=S.height,S.depthTexture.needsUpdate=!0),pe?ge(S.depthTexture,0):ye(S.depthTexture,0);let Le=ce.__webglTexture,ie=he(S),ae=pe?i.TEXTURE_CUBE_MAP_POSITIVE_X+W:i.TEXTURE_2D,Re=S.depthTexture.format===Yn?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;if(S.depthTexture.format===qn)ne(S)?o.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,Re,ae,Le,0,ie):i.framebufferTexture2D(i.FRAMEBUFFER,Re,ae,Le,0);else if(S.depthTexture.format===Yn)ne(S)?o.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,Re,ae,Le,0,ie):i.framebufferTexture2D(i.FRAMEBUFFER,Re,ae,Le,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function Pt(A){let S=n.get(A),W=A.isWebGLCubeRenderTarget===!0;if(S.__boundDepthTexture!==A.depthTexture){let pe=A.depthTexture;if(S.__depthDisposeCallback&&S.__depthDisposeCallback(),pe){let ce=()=>{delete S.__boundDepthTexture,delete S.__depthDisposeCallback,pe.removeEventListener("dispose",ce)};pe.addEventListener("dispose",ce),S.__depthDisposeCallback=ce}S.__boundDepthTexture=pe}if(A.depthTexture&&!S.__autoAllocateDepthBuffer)if(W)for(let pe=0;pe<6;pe++)_t(S.__webglFramebuffer[pe],A,pe);else A.texture.mipmaps.length>0?_t(S.__webglFramebuffer[0],A,0):_t(S.__webglFramebuffer,A,0);else if(W){S.__webglDepthbuffer=[];for(let pe=0;pe<6;pe++)if(t.bindFramebuffer(i.FRAMEBUFFER,S.__webglFramebuffer[pe]),S.__webglDepthbuffer[pe]===void 0)S.__webglDepthbuffer[pe]=i.createRenderbuffer(),kt(S.__webglDepthbuffer[pe],A,!1);else{let ce=A.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,Ae=S.__webglDepthbuffer[pe];i.bindRenderbuffer(i.RENDERBUFFER,Ae),i.framebufferRenderbuffer(i.FRAMEBUFFER,ce,i.RENDERBUFFER,Ae)}}else if(A.texture.mipmaps.length>0?t.bindFramebuffer(i.FRAMEBUFFER,S.__webglFramebuffer[0]):t.bindFramebuffer(i.FRAMEBUFFER,S.__webglFramebuffer),S.__webglDepthbuffer===void 0)S.__webglDepthbuffer=i.createRenderbuffer(),kt(S.__webglDepthbuffer,A,!1);else{let ce=A.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,Ae=S.__webglDepthbuffer;i.bindRenderbuffer(i.RENDERBUFFER,Ae),i.framebufferRenderbuffer(i.FRAMEBUFFER,ce,i.RENDERBUFFER,Ae)}t.bindFramebuffer(i.FRAMEBUFFER,null)}function Ut(A,S,W){let pe=n.get(A);S!==void 0&&vt(pe.__webglFramebuffer,A,A.texture,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,0),W!==void 0&&Pt(A)}function Xt(A){let S=A.texture,W=n.get(A),pe=n.get(S);A.addEventListener("dispose",Y),H(A);let ce=A.textures,Ae=A.isWebGLCubeRenderTarget===!0,Le=ce.length>1;if(Le||(pe.__webglTexture===void 0&&(pe.__webglTexture=i.createTexture()),pe.__version=S.version,a.memory.textures++),Ae){W.__webglFramebuffer=[];for(let ie=0;ie<6;ie++)if(S.mipmaps.length>0){W.__webglFramebuffer[ie]=[];for(let ae=0;ae<S.mipmaps.length;ae++)W.__webglFramebuffer[ie][ae]=i.createFramebuffer()}else W.__webglFramebuffer[ie]=i.createFramebuffer()}else{if(S.mipmaps.length>0){W.__webglFramebuffer=[];for(let ie=0;ie<S.mipmaps.length;ie++)W.__webglFramebuffer[ie]=i.createFramebuffer()}else W.__webglFramebuffer=i.createFramebuffer();if(Le)for(let ie=0,ae=ce.length;ie<ae;ie++){let Re=n.get(ce[ie]);Re.__webglTexture===void 0&&(Re.__webglTexture=i.createTexture(),a.memory.textures++)}if(A.samples>0&&ne(A)===!1){W.__webglMultisampledFramebuffer=i.createFramebuffer(),W.__webglColorRenderbuffer=[],t.bindFramebuffer(i.FRAMEBUFFER,W.__webglMultisampledFramebuffer);for(let ie=0;ie<ce.length;ie++){let ae=ce[ie];W.__webglColorRenderbuffer[ie]=i.createRenderbuffer(),i.bindRenderbuffer(i.RENDERBUFFER,W.__webglColorRenderbuffer[ie]);let Re=r.convert(ae.format,ae.colorSpace),U=r.convert(ae.type),re=P(ae.internalFormat,Re,U,ae.normalized,ae.colorSpace,A.isXRRenderTarget===!0),j=he(A);i.renderbufferStorageMultisample(i.RENDERBUFFER,j,re,A.width,A.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ie,i.RENDERBUFFER,W.__webglColorRenderbuffer[ie])}i.bindRenderbuffer(i.RENDERBUFFER,null),A.depthBuffer&&(W.__webglDepthRenderbuffer=i.createRenderbuffer(),kt(W.__webglDepthRenderbuffer,A,!0)),t.bindFramebuffer(i.FRAMEBUFFER,null)}}if(Ae){t.bindTexture(i.TEXTURE_CUBE_MAP,pe.__webglTexture),at(i.TEXTURE_CUBE_MAP,S);for(let ie=0;ie<6;ie++)if(S.mipmaps.length>0)for(let ae=0;ae<S.mipmaps.length;ae++)vt(W.__webglFramebuffer[ie][ae],A,S,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ie,ae);else vt(W.__webglFramebuffer[ie],A,S,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ie,0);D(S)?I(i.TEXTURE_CUBE_MAP):S.mipmaps.length>0&&i.texParameteri(i.TEXTURE_CUBE_MAP,i.TEXTURE_MAX_LEVEL,S.mipmaps.length-1),t.unbindTexture()}else if(Le){for(let ie=0,ae=ce.length;ie<ae;ie++){let Re=ce[ie],U=n.get(Re),re=i.TEXTURE_2D;(A.isWebGL3DRenderTarget||A.isWebGLArrayRenderTarget)&&(re=A.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(re,U.__webglTexture),at(re,Re),vt(W.__webglFramebuffer,A,Re,i.COLOR_ATTACHMENT0+ie,re,0),D(Re)&&I(re)}t.unbindTexture()}else{let ie=i.TEXTURE_2D;if((A.isWebGL3DRenderTarget||A.isWebGLArrayRenderTarget)&&(ie=A.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(ie,pe.__webglTexture),at(ie,S),S.mipmaps.length>0)for(let ae=0;ae<S.mipmaps.length;ae++)vt(W.__webglFramebuffer[ae],A,S,i.COLOR_ATTACHMENT0,ie,ae);else vt(W.__webglFramebuffer,A,S,i.COLOR_ATTACHMENT0,ie,0);D(S)?I(ie):S.mipmaps.length>0&&i.texParameteri(ie,i.TEXTURE_MAX_LEVEL,S.mipmaps.length-1),t.unbindTexture()}A.depthBuffer&&Pt(A)}function z(A){let S=A.textures;for(let W=0,pe=S.length;W<pe;W++){let ce=S[W];if(D(ce)&&ce.mipmapsAutoUpdate===!0){let Ae=N(A),Le=n.get(ce).__webglTexture;t.bindTexture(Ae,Le),I(Ae),t.unbindTexture()}}}let Ht=[];function G(A){if(A.samples>0){if(ne(A)===!1){let S=A.textures,W=A.width,pe=A.height,ce=i.COLOR_BUFFER_BIT,Ae=A.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,Le=n.get(A),ie=S.length>1;if(ie)for(let Re=0;Re<S.length;Re++)t.bindFramebuffer(i.FRAMEBUFFER,Le.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+Re,i.RENDERBUFFER,null),t.bindFramebuffer(i.FRAMEBUFFER,Le.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+Re,i.TEXTURE_2D,null,0);t.bindFramebuffer(i.READ_FRAMEBUFFER,Le.__webglMultisampledFramebuffer),A.texture.mipmaps.length>0?t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Le.__webglFramebuffer[0]):t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Le.__webglFramebuffer);for(let Re=0;Re<S.length;Re++){if(A.resolveDepthBuffer&&(A.depthBuffer&&(ce|=i.DEPTH_BUFFER_BIT),A.stencilBuffer&&A.resolveStencilBuffer&&(ce|=i.STENCIL_BUFFER_BIT)),ie){i.framebufferRenderbuffer(i.READ_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.RENDERBUFFER,Le.__webglColorRenderbuffer[Re]);let U=n.get(S[Re]).__webglTexture;i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,U,0)}i.blitFramebuffer(0,0,W,pe,0,0,W,pe,ce,i.NEAREST),c===!0&&(Ht.length=0,Ht.push(i.COLOR_ATTACHMENT0+Re),A.depthBuffer&&A.storeMultisampledDepthBuffer===!1&&Ht.push(Ae),i.invalidateFramebuffer(i.READ_FRAMEBUFFER,Ht))}if(t.bindFramebuffer(i.READ_FRAMEBUFFER,null),t.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),ie)for(let Re=0;Re<S.length;Re++){t.bindFramebuffer(i.FRAMEBUFFER,Le.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+Re,i.RENDERBUFFER,Le.__webglColorRenderbuffer[Re]);let U=n.get(S[Re]).__webglTexture;t.bindFramebuffer(i.FRAMEBUFFER,Le.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+Re,i.TEXTURE_2D,U,0)}t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Le.__webglMultisampledFramebuffer)}else if(A.depthBuffer&&A.storeMultisampledDepthBuffer===!1&&c){let S=A.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;i.invalidateFramebuffer(i.DRAW_FRAMEBUFFER,[S])}}}function he(A){return Math.min(s.maxSamples,A.samples)}function ne(A){let S=n.get(A);return A.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&S.__useRenderToTexture!==!1}function ke(A){let S=a.render.frame;d.get(A)!==S&&(d.set(A,S),A.update())}function xe(A,S){let W=A.colorSpace,pe=A.format,ce=A.type;return A.isCompressedTexture===!0||A.isVideoTexture===!0||W!==tn&&W!==En&&(ot.getTransfer(W)===xt?(pe!==Ct||ce!==dn)&&Ye("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):Qe("WebGLTextures: Unsupported texture color space:",W)),S}function Te(A){return typeof HTMLImageElement<"u"&&A instanceof HTMLImageElement?(h.width=A.naturalWidth||A.width,h.height=A.naturalHeight||A.height):typeof VideoFrame<"u"&&A instanceof VideoFrame?(h.width=A.displayWidth,h.height=A.displayHeight):(h.width=A.width,h.height=A.height),h}this.allocateTextureUnit=Fe,this.resetTextureUnits=le,this.getTextureUnits=ue,this.setTextureUnits=Ee,this.setTexture2D=ye,this.setTexture2DArray=Oe,this.setTexture3D=He,this.setTextureCube=ge,this.rebindTextures=Ut,this.setupRenderTarget=Xt,this.updateRenderTargetMipmap=z,this.updateMultisampleRenderTarget=G,this.setupDepthRenderbuffer=Pt,this.setupFrameBufferTexture=vt,this.useMultisampledRTT=ne,this.dispose=J}function Fg(i,e){function t(n,s=En){let r,a=ot.getTransfer(s);if(n===dn)return i.UNSIGNED_BYTE;if(n===ba)return i.UNSIGNED_SHORT_4_4_4_4;if(n===wa)return i.UNSIGNED_SHORT_5_5_5_1;if(n===pl)return i.UNSIGNED_INT_5_9_9_9_REV;if(n===ml)return i.UNSIGNED_INT_10F_11F_11F_REV;if(n===fl)return i.BYTE;if(n===dl)return i.SHORT;if(n===rs)return i.UNSIGNED_SHORT;if(n===Ma)return i.INT;if(n===wn)return i.UNSIGNED_INT;if(n===Nt)return i.FLOAT;if(n===wt)return i.HALF_FLOAT;if(n===gl)return i.ALPHA;if(n===_l)return i.RGB;if(n===Ct)return i.RGBA;if(n===qn)return i.DEPTH_COMPONENT;if(n===Yn)return i.DEPTH_STENCIL;if(n===ui)return i.RED;if(n===Ea)return i.RED_INTEGER;if(n===ln)return i.RG;if(n===Ta)return i.RG_INTEGER;if(n===Aa)return i.RGBA_INTEGER;if(n===Gs||n===Vs||n===Ws||n===Xs)if(a===xt)if(r=e.get("WEBGL_compressed_texture_s3tc_srgb"),r!==null){if(n===Gs)return r.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(n===Vs)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(n===Ws)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(n===Xs)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(r=e.get("WEBGL_compressed_texture_s3tc"),r!==null){if(n===Gs)return r.COMPRESSED_RGB_S3TC_DXT1_EXT;if(n===Vs)return r.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(n===Ws)return r.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(n===Xs)return r.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(n===Ra||n===Ca||n===Ia||n===Pa)if(r=e.get("WEBGL_compressed_texture_pvrtc"),r!==null){if(n===Ra)return r.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(n===Ca)return r.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(n===Ia)return r.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(n===Pa)return r.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(n===La||n===Da||n===Na||n===Ua||n===Fa||n===qs||n===Oa)if(r=e.get("WEBGL_compressed_texture_etc"),r!==null){if(n===La||n===Da)return a===xt?r.COMPRESSED_SRGB8_ETC2:r.COMPRESSED_RGB8_ETC2;if(n===Na)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:r.COMPRESSED_RGBA8_ETC2_EAC;if(n===Ua)return r.COMPRESSED_R11_EAC;if(n===Fa)return r.COMPRESSED_SIGNED_R11_EAC;if(n===qs)return r.COMPRESSED_RG11_EAC;if(n===Oa)return r.COMPRESSED_SIGNED_RG11_EAC}else return null;if(n===Ba||n===za||n===ka||n===Ha||n===Ga||n===Va||n===Wa||n===Xa||n===qa||n===Ya||n===Za||n===$a||n===Ja||n===Ka)if(r=e.get("WEBGL_compressed_texture_astc"),r!==null){if(n===Ba)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:r.COMPRESSED_RGBA_ASTC_4x4_KHR;if(n===za)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:r.COMPRESSED_RGBA_ASTC_5x4_KHR;if(n===ka)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:r.COMPRESSED_RGBA_ASTC_5x5_KHR;if(n===Ha)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:r.COMPRESSED_RGBA_ASTC_6x5_KHR;if(n===Ga)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:r.COMPRESSED_RGBA_ASTC_6x6_KHR;if(n===Va)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:r.COMPRESSED_RGBA_ASTC_8x5_KHR;if(n===Wa)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:r.COMPRESSED_RGBA_ASTC_8x6_KHR;if(n===Xa)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:r.COMPRESSED_RGBA_ASTC_8x8_KHR;if(n===qa)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:r.COMPRESSED_RGBA_ASTC_10x5_KHR;if(n===Ya)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:r.COMPRESSED_RGBA_ASTC_10x6_KHR;if(n===Za)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:r.COMPRESSED_RGBA_ASTC_10x8_KHR;if(n===$a)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:r.COMPRESSED_RGBA_ASTC_10x10_KHR;if(n===Ja)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:r.COMPRESSED_RGBA_ASTC_12x10_KHR;if(n===Ka)return a===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:r.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(n===Qa||n===ja||n===eo)if(r=e.get("EXT_texture_compression_bptc"),r!==null){if(n===Qa)return a===xt?r.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:r.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(n===ja)return r.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(n===eo)return r.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(n===to||n===no||n===Ys||n===io)if(r=e.get("EXT_texture_compression_rgtc"),r!==null){if(n===to)return r.COMPRESSED_RED_RGTC1_EXT;if(n===no)return r.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(n===Ys)return r.COMPRESSED_RED_GREEN_RGTC2_EXT;if(n===io)return r.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return n===Ai?i.UNSIGNED_INT_24_8:i[n]!==void 0?i[n]:null}return{convert:t}}var Og=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,Bg=`
uniform sampler2DArray depthColor;
uniform float depthWidth;
uniform float depthHeight;

void main() {

	vec2 coord = vec2( gl_FragCoord.x / depthWidth, gl_FragCoord.y / depthHeight );

	if ( coord.x >= 1.0 ) {

		gl_FragDepth = texture( depthColor, vec3( coord.x - 1.0, coord.y, 1 ) ).r;

	} else {

		gl_FragDepth = texture( depthColor, vec3( coord.x, coord.y, 0 ) ).r;

	}

}`,Fl=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let n=new Ns(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=n}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,n=new Dn({vertexShader:Og,fragmentShader:Bg,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new an(new Us(20,20),n)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},Ol=class extends Ln{constructor(e,t){super();let n=this,s=null,r=1,a=null,o="local-floor",c=1,h=null,d=null,p=null,f=null,g=null,v=null,E=typeof XRWebGLBinding<"u",x=new Fl,_={},R=t.getContextAttributes(),D=null,I=null,N=[],P=[],y=new ut,b=null,H=null,F=new Wt;F.viewport=new bt;let O=new Wt;O.viewport=new bt;let Y=[F,O],Q=new xa,L=null,J=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(se){let ye=N[se];return ye===void 0&&(ye=new Ji,N[se]=ye),ye.getTargetRaySpace()},this.getControllerGrip=function(se){let ye=N[se];return ye===void 0&&(ye=new Ji,N[se]=ye),ye.getGripSpace()},this.getHand=function(se){let ye=N[se];return ye===void 0&&(ye=new Ji,N[se]=ye),ye.getHandSpace()};function Z(se){let ye=P.indexOf(se.inputSource);if(ye===-1)return;let Oe=N[ye];Oe!==void 0&&(Oe.update(se.inputSource,se.frame,h||a),Oe.dispatchEvent({type:se.type,data:se.inputSource}))}function $(){s.removeEventListener("select",Z),s.removeEventListener("selectstart",Z),s.removeEventListener("selectend",Z),s.removeEventListener("squeeze",Z),s.removeEventListener("squeezestart",Z),s.removeEventListener("squeezeend",Z),s.removeEventListener("end",$),s.removeEventListener("inputsourceschange",me);for(let se=0;se<N.length;se++){let ye=P[se];ye!==null&&(P[se]=null,N[se].disconnect(ye))}L=null,J=null,x.reset();for(let se in _)delete _[se];if(e.setRenderTarget(D),g=null,f=null,p=null,s=null,I=null,Fe.stop(),n.isPresenting=!1,e.setPixelRatio(b),e.setSize(y.width,y.height,!1),H!==null){let se=H.camera;se.fov=H.fov,se.zoom=H.zoom,se.updateProjectionMatrix(),H=null}n.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(se){r=se,n.isPresenting===!0&&Ye("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(se){o=se,n.isPresenting===!0&&Ye("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return h||a},this.setReferenceSpace=function(se){h=se},this.getBaseLayer=function(){return f!==null?f:g},this.getBinding=function(){return p===null&&E&&(p=new XRWebGLBinding(s,t)),p},this.getFrame=function(){return v},this.getSession=function(){return s},this.setSession=async function(se){if(s=se,s!==null){if(D=e.getRenderTarget(),s.addEventListener("select",Z),s.addEventListener("selectstart",Z),s.addEventListener("selectend",Z),s.addEventListener("squeeze",Z),s.addEventListener("squeezestart",Z),s.addEventListener("squeezeend",Z),s.addEventListener("end",$),s.addEventListener("inputsourceschange",me),R.xrCompatible!==!0&&await t.makeXRCompatible(),b=e.getPixelRatio(),e.getSize(y),E&&"createProjectionLayer"in XRWebGLBinding.prototype){let Oe=null,He=null,ge=null;R.depth&&(ge=R.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,Oe=R.stencil?Yn:qn,He=R.stencil?Ai:wn);let We={colorFormat:t.RGBA8,depthFormat:ge,scaleFactor:r};p=this.getBinding(),f=p.createProjectionLayer(We),s.updateRenderState({layers:[f]}),e.setPixelRatio(1),e.setSize(f.textureWidth,f.textureHeight,!1),I=new Kt(f.textureWidth,f.textureHeight,{format:Ct,type:dn,depthTexture:new bn(f.textureWidth,f.textureHeight,He,void 0,void 0,void 0,void 0,void 0,void 0,Oe),stencilBuffer:R.stencil,colorSpace:e.outputColorSpace,samples:R.antialias?4:0,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}else{let Oe={antialias:R.antialias,alpha:!0,depth:R.depth,stencil:R.stencil,framebufferScaleFactor:r};g=new XRWebGLLayer(s,t,Oe),s.updateRenderState({baseLayer:g}),e.setPixelRatio(1),e.setSize(g.framebufferWidth,g.framebufferHeight,!1),I=new Kt(g.framebufferWidth,g.framebufferHeight,{format:Ct,type:dn,colorSpace:e.outputColorSpace,stencilBuffer:R.stencil,resolveDepthBuffer:g.ignoreDepthValues===!1,resolveStencilBuffer:g.ignoreDepthValues===!1,storeMultisampledDepthBuffer:g.ignoreDepthValues===!1,storeMultisampledStencilBuffer:g.ignoreDepthValues===!1})}I.isXRRenderTarget=!0,this.setFoveation(c),h=null,a=await s.requestReferenceSpace(o),Fe.setContext(s),Fe.start(),n.isPresenting=!0,n.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(s!==null)return s.environmentBlendMode},this.getDepthTexture=function(){return x.getDepthTexture()};function me(se){for(let ye=0;ye<se.removed.length;ye++){let Oe=se.removed[ye],He=P.indexOf(Oe);He>=0&&(P[He]=null,N[He].disconnect(Oe))}for(let ye=0;ye<se.added.length;ye++){let Oe=se.added[ye],He=P.indexOf(Oe);if(He===-1){for(let We=0;We<N.length;We++)if(We>=P.length){P.push(Oe),He=We;break}else if(P[We]===null){P[We]=Oe,He=We;break}if(He===-1)break}let ge=N[He];ge&&ge.connect(Oe)}}function K(se,ye){ye===null?se.matrixWorld.copy(se.matrix):se.matrixWorld.multiplyMatrices(ye.matrixWorld,se.matrix),se.matrixWorldInverse.copy(se.matrixWorld).invert()}this.updateCamera=function(se){if(s===null)return;let ye=se.near,Oe=se.far;x.texture!==null&&(x.depthNear>0&&(ye=x.depthNear),x.depthFar>0&&(Oe=x.depthFar)),Q.near=O.near=F.near=ye,Q.far=O.far=F.far=Oe,(L!==Q.near||J!==Q.far)&&(s.updateRenderState({depthNear:Q.near,depthFar:Q.far}),L=Q.near,J=Q.far),Q.layers.mask=se.layers.mask|6,F.layers.mask=Q.layers.mask&-5,O.layers.mask=Q.layers.mask&-3;let He=se.parent,ge=Q.cameras;K(Q,He);for(let We=0;We<ge.length;We++)K(ge[We],He);Q.projectionMatrix.copy(F.projectionMatrix),Q.projectionMatrixInverse.copy(F.projectionMatrixInverse),H===null&&se.isPerspectiveCamera&&(H={camera:se,fov:se.fov,zoom:se.zoom}),le(se,Q,He)};function le(se,ye,Oe){Oe===null?se.matrix.copy(ye.matrixWorld):(se.matrix.copy(Oe.matrixWorld),se.matrix.invert(),se.matrix.multiply(ye.matrixWorld)),se.matrix.decompose(se.position,se.quaternion,se.scale),se.updateMatrixWorld(!0),se.projectionMatrix.copy(ye.projectionMatrix),se.projectionMatrixInverse.copy(ye.projectionMatrixInverse),se.isPerspectiveCamera&&(se.fov=$r*2*Math.atan(1/se.projectionMatrix.elements[5]),se.zoom=1)}this.getCamera=function(){return Q},this.getFoveation=function(){if(!(f===null&&g===null))return c},this.setFoveation=function(se){c=se,f!==null&&(f.fixedFoveation=se),g!==null&&g.fixedFoveation!==void 0&&(g.fixedFoveation=se)},this.hasDepthSensing=function(){return x.texture!==null},this.getDepthSensingMesh=function(){return x.getMesh(Q)},this.getCameraTexture=function(se){return _[se]};let ue=null;function Ee(se,ye){if(d=ye.getViewerPose(h||a),v=ye,d!==null){let Oe=d.views;g!==null&&(e.setRenderTargetFramebuffer(I,g.framebuffer),e.setRenderTarget(I));let He=!1;Oe.length!==Q.cameras.length&&(Q.cameras.length=0,He=!0);for(let Ve=0;Ve<Oe.length;Ve++){let at=Oe[Ve],ht=null;if(g!==null)ht=g.getViewport(at);else{let Et=p.getViewSubImage(f,at);ht=Et.viewport,Ve===0&&(e.setRenderTargetTextures(I,Et.colorTexture,Et.depthStencilTexture),e.setRenderTarget(I))}let it=Y[Ve];it===void 0&&(it=new Wt,it.layers.enable(Ve),it.viewport=new bt,Y[Ve]=it),it.matrix.fromArray(at.transform.matrix),it.matrix.decompose(it.position,it.quaternion,it.scale),it.projectionMatrix.fromArray(at.projectionMatrix),it.projectionMatrixInverse.copy(it.projectionMatrix).invert(),it.viewport.set(ht.x,ht.y,ht.width,ht.height),Ve===0&&(Q.matrix.copy(it.matrix),Q.matrix.decompose(Q.position,Q.quaternion,Q.scale)),He===!0&&Q.cameras.push(it)}let ge=s.enabledFeatures;if(ge&&ge.includes("depth-sensing")&&s.depthUsage=="gpu-optimized"&&E){p=n.getBinding();let Ve=p.getDepthInformation(Oe[0]);Ve&&Ve.isValid&&Ve.texture&&x.init(Ve,s.renderState)}if(ge&&ge.includes("camera-access")&&E){e.state.unbindTexture(),p=n.getBinding();for(let Ve=0;Ve<Oe.length;Ve++){let at=Oe[Ve].camera;if(at){let ht=_[at];ht||(ht=new Ns,_[at]=ht);let it=p.getCameraImage(at);ht.sourceTexture=it}}}}for(let Oe=0;Oe<N.length;Oe++){let He=P[Oe],ge=N[Oe];He!==null&&ge!==void 0&&ge.update(He,ye,h||a)}ue&&ue(se,ye),ye.detectedPlanes&&n.dispatchEvent({type:"planesdetected",data:ye}),v=null}let Fe=new Rh;Fe.setAnimationLoop(Ee),this.setAnimationLoop=function(se){ue=se},this.dispose=function(){}}},zg=new pt,Bh=new je;Bh.set(-1,0,0,0,1,0,0,0,1);function kg(i,e){function t(x,_){x.matrixAutoUpdate===!0&&x.updateMatrix(),_.value.copy(x.matrix)}function n(x,_){_.color.getRGB(x.fogColor.value,wl(i)),_.isFog?(x.fogNear.value=_.near,x.fogFar.value=_.far):_.isFogExp2&&(x.fogDensity.value=_.density)}function s(x,_,R,D,I){_.isNodeMaterial?_.uniformsNeedUpdate=!1:_.isMeshBasicMaterial?r(x,_):_.isMeshLambertMaterial?(r(x,_),_.envMap&&(x.envMapIntensity.value=_.envMapIntensity)):_.isMeshToonMaterial?(r(x,_),p(x,_)):_.isMeshPhongMaterial?(r(x,_),d(x,_),_.envMap&&(x.envMapIntensity.value=_.envMapIntensity)):_.isMeshStandardMaterial?(r(x,_),f(x,_),_.isMeshPhysicalMaterial&&g(x,_,I)):_.isMeshMatcapMaterial?(r(x,_),v(x,_)):_.isMeshDepthMaterial?r(x,_):_.isMeshDistanceMaterial?(r(x,_),E(x,_)):_.isMeshNormalMaterial?r(x,_):_.isLineBasicMaterial?(a(x,_),_.isLineDashedMaterial&&o(x,_)):_.isPointsMaterial?c(x,_,R,D):_.isSpriteMaterial?h(x,_):_.isShadowMaterial?(x.color.value.copy(_.color),x.opacity.value=_.opacity):_.isShaderMaterial&&(_.uniformsNeedUpdate=!1)}function r(x,_){x.opacity.value=_.opacity,_.color&&x.diffuse.value.copy(_.color),_.emissive&&x.emissive.value.copy(_.emissive).multiplyScalar(_.emissiveIntensity),_.map&&(x.map.value=_.map,t(_.map,x.mapTransform)),_.alphaMap&&(x.alphaMap.value=_.alphaMap,t(_.alphaMap,x.alphaMapTransform)),_.bumpMap&&(x.bumpMap.value=_.bumpMap,t(_.bumpMap,x.bumpMapTransform),x.bumpScale.value=_.bumpScale,_.side===nn&&(x.bumpScale.value*=-1)),_.normalMap&&(x.normalMap.value=_.normalMap,t(_.normalMap,x.normalMapTransform),x.normalScale.value.copy(_.normalScale),_.side===nn&&x.normalScale.value.negate()),_.displacementMap&&(x.displacementMap.value=_.displacementMap,t(_.displacementMap,x.displacementMapTransform),x.displacementScale.value=_.displacementScale,x.displacementBias.value=_.displacementBias),_.emissiveMap&&(x.emissiveMap.value=_.emissiveMap,t(_.emissiveMap,x.emissiveMapTransform)),_.specularMap&&(x.specularMap.value=_.specularMap,t(_.specularMap,x.specularMapTransform)),_.alphaTest>0&&(x.alphaTest.value=_.alphaTest);let R=e.get(_),D=R.envMap,I=R.envMapRotation;D&&(x.envMap.value=D,x.envMapRotation.value.setFromMatrix4(zg.makeRotationFromEuler(I)).transpose(),D.isCubeTexture&&D.isRenderTargetTexture===!1&&x.envMapRotation.value.premultiply(Bh),x.reflectivity.value=_.reflectivity,x.ior.value=_.ior,x.refractionRatio.value=_.refractionRatio),_.lightMap&&(x.lightMap.value=_.lightMap,x.lightMapIntensity.value=_.lightMapIntensity,t(_.lightMap,x.lightMapTransform)),_.aoMap&&(x.aoMap.value=_.aoMap,x.aoMapIntensity.value=_.aoMapIntensity,t(_.aoMap,x.aoMapTransform))}function a(x,_){x.diffuse.value.copy(_.color),x.opacity.value=_.opacity,_.map&&(x.map.value=_.map,t(_.map,x.mapTransform))}function o(x,_){x.dashSize.value=_.dashSize,x.totalSize.value=_.dashSize+_.gapSize,x.scale.value=_.scale}function c(x,_,R,D){x.diffuse.value.copy(_.color),x.opacity.value=_.opacity,x.size.value=_.size*R,x.scale.value=D*.5,_.map&&(x.map.value=_.map,t(_.map,x.uvTransform)),_.alphaMap&&(x.alphaMap.value=_.alphaMap,t(_.alphaMap,x.alphaMapTransform)),_.alphaTest>0&&(x.alphaTest.value=_.alphaTest)}function h(x,_){x.diffuse.value.copy(_.color),x.opacity.value=_.opacity,x.rotation.value=_.rotation,_.map&&(x.map.value=_.map,t(_.map,x.mapTransform)),_.alphaMap&&(x.alphaMap.value=_.alphaMap,t(_.alphaMap,x.alphaMapTransform)),_.alphaTest>0&&(x.alphaTest.value=_.alphaTest)}function d(x,_){x.specular.value.copy(_.specular),x.shininess.value=Math.max(_.shininess,1e-4)}function p(x,_){_.gradientMap&&(x.gradientMap.value=_.gradientMap)}function f(x,_){x.metalness.value=_.metalness,_.metalnessMap&&(x.metalnessMap.value=_.metalnessMap,t(_.metalnessMap,x.metalnessMapTransform)),x.roughness.value=_.roughness,_.roughnessMap&&(x.roughnessMap.value=_.roughnessMap,t(_.roughnessMap,x.roughnessMapTransform)),_.envMap&&(x.envMapIntensity.value=_.envMapIntensity)}function g(x,_,R){x.ior.value=_.ior,_.diffuseRoughness>0&&(x.diffuseRoughness.value=_.diffuseRoughness,_.diffuseRoughnessMap&&(x.diffuseRoughnessMap.value=_.diffuseRoughnessMap,t(_.diffuseRoughnessMap,x.diffuseRoughnessMapTransform))),_.sheen>0&&(x.sheenColor.value.copy(_.sheenColor).multiplyScalar(_.sheen),x.sheenRoughness.value=_.sheenRoughness,_.sheenColorMap&&(x.sheenColorMap.value=_.sheenColorMap,t(_.sheenColorMap,x.sheenColorMapTransform)),_.sheenRoughnessMap&&(x.sheenRoughnessMap.value=_.sheenRoughnessMap,t(_.sheenRoughnessMap,x.sheenRoughnessMapTransform))),_.clearcoat>0&&(x.clearcoat.value=_.clearcoat,x.clearcoatRoughness.value=_.clearcoatRoughness,_.clearcoatMap&&(x.clearcoatMap.value=_.clearcoatMap,t(_.clearcoatMap,x.clearcoatMapTransform)),_.clearcoatRoughnessMap&&(x.clearcoatRoughnessMap.value=_.clearcoatRoughnessMap,t(_.clearcoatRoughnessMap,x.clearcoatRoughnessMapTransform)),_.clearcoatNormalMap&&(x.clearcoatNormalMap.value=_.clearcoatNormalMap,t(_.clearcoatNormalMap,x.clearcoatNormalMapTransform),x.clearcoatNormalScale.value.copy(_.clearcoatNormalScale),_.side===nn&&x.clearcoatNormalScale.value.negate())),_.dispersion>0&&(x.dispersion.value=_.dispersion),_.retroreflectivity>0&&(x.retroreflectivity.value=_.retroreflectivity),_.iridescence>0&&(x.iridescence.value=_.iridescence,x.iridescenceIOR.value=_.iridescenceIOR,x.iridescenceThicknessMinimum.value=_.iridescenceThicknessMinimum,x.iridescenceThicknessMaximum.value=_.iridescenceThicknessMaximum,_.iridescenceMap&&(x.iridescenceMap.value=_.iridescenceMap,t(_.iridescenceMap,x.iridescenceMapTransform)),_.iridescenceThicknessMap&&(x.iridescenceThicknessMap.value=_.iridescenceThicknessMap,t(_.iridescenceThicknessMap,x.iridescenceThicknessMapTransform))),_.transmission>0&&(x.transmission.value=_.transmission,x.transmissionSamplerMap.value=R.texture,x.transmissionSamplerSize.value.set(R.width,R.height),_.transmissionMap&&(x.transmissionMap.value=_.transmissionMap,t(_.transmissionMap,x.transmissionMapTransform)),x.thickness.value=_.thickness,_.thicknessMap&&(x.thicknessMap.value=_.thicknessMap,t(_.thicknessMap,x.thicknessMapTransform)),x.attenuationDistance.value=_.attenuationDistance,x.attenuationColor.value.copy(_.attenuationColor)),_.anisotropy>0&&(x.anisotropyVector.value.set(_.anisotropy*Math.cos(_.anisotropyRotation),_.anisotropy*Math.sin(_.anisotropyRotation)),_.anisotropyMap&&(x.anisotropyMap.value=_.anisotropyMap,t(_.anisotropyMap,x.anisotropyMapTransform))),x.specularIntensity.value=_.specularIntensity,x.specularColor.value.copy(_.specularColor),_.specularColorMap&&(x.specularColorMap.value=_.specularColorMap,t(_.specularColorMap,x.specularColorMapTransform)),_.specularIntensityMap&&(x.specularIntensityMap.value=_.specularIntensityMap,t(_.specularIntensityMap,x.specularIntensityMapTransform))}function v(x,_){_.matcap&&(x.matcap.value=_.matcap)}function E(x,_){let R=e.get(_).light;x.referencePosition.value.setFromMatrixPosition(R.matrixWorld),x.nearDistance.value=R.shadow.camera.near,x.farDistance.value=R.shadow.camera.far}return{refreshFogUniforms:n,refreshMaterialUniforms:s}}function Hg(i,e,t,n){let s={},r={};function a(R,D){let I=D.program;n.uniformBlockBinding(R,I,s[R.id])}function o(R,D){let I=s[R.id];I===void 0&&(v(R),I=c(R),s[R.id]=I,R.addEventListener("dispose",x));let N=D.program;n.updateUBOMapping(R,N);let P=e.render.frame;r[R.id]!==P&&(h(R),r[R.id]=P)}function c(R){let D=i.createBuffer(),I=R.__size,N=R.usage;return i.bindBuffer(i.UNIFORM_BUFFER,D),i.bufferData(i.UNIFORM_BUFFER,I,N),i.bindBuffer(i.UNIFORM_BUFFER,null),D}function h(R){let D=s[R.id],I=R.uniforms,N=R.__cache;i.bindBuffer(i.UNIFORM_BUFFER,D);for(let P=0,y=I.length;P<y;P++){let b=I[P];if(Array.isArray(b))for(let H=0,F=b.length;H<F;H++)d(b[H],P,H,N);else d(b,P,0,N)}i.bindBuffer(i.UNIFORM_BUFFER,null)}function d(R,D,I,N){if(f(R,D,I,N)===!0){let P=R.__offset,y=R.value;if(Array.isArray(y)){let b=0;for(let H=0;H<y.length;H++){let F=y[H],O=E(F,!0);p(F,R.__data,b),b+=O.storage/Float32Array.BYTES_PER_ELEMENT}}else p(y,R.__data,0);i.bufferSubData(i.UNIFORM_BUFFER,P,R.__data)}}function p(R,D,I){typeof R=="number"||typeof R=="boolean"?D[I]=R:R.isMatrix3?(D[I]=R.elements[0],D[I+1]=R.elements[1],D[I+2]=R.elements[2],D[I+3]=0,D[I+4]=R.elements[3],D[I+5]=R.elements[4],D[I+6]=R.elements[5],D[I+7]=0,D[I+8]=R.elements[6],D[I+9]=R.elements[7],D[I+10]=R.elements[8],D[I+11]=0):ArrayBuffer.isView(R)?D.set(R.subarray(0,D.length-I),I):R.toArray(D,I)}function f(R,D,I,N){let P=R.value,y=D+"_"+I;if(Array.isArray(P)){N[y]===void 0&&(N[y]=[]);let b=N[y],H=!1;for(let F=0;F<P.length;F++)g(P[F],b,F)===!0&&(H=!0);return H}return g(P,N,y)}function g(R,D,I){if(D[I]===void 0)return typeof R=="number"||typeof R=="boolean"?D[I]=R:ArrayBuffer.isView(R)?D[I]=R.slice():D[I]=R.clone(),!0;{let N=D[I];if(typeof R=="number"||typeof R=="boolean"){if(N!==R)return D[I]=R,!0}else{if(ArrayBuffer.isView(R))return!0;if(N.equals(R)===!1)return N.copy(R),!0}}return!1}function v(R){let D=R.uniforms,I=0,N=16;for(let y=0,b=D.length;y<b;y++){let H=Array.isArray(D[y])?D[y]:[D[y]];for(let F=0,O=H.length;F<O;F++){let Y=H[F],Q=Array.isArray(Y.value)?Y.value:[Y.value],L=Array.isArray(D[y])||Array.isArray(Y.value),J=I;for(let $=0,me=Q.length;$<me;$++){let K=Q[$],le=E(K,L),ue=I%N,Ee=ue%le.boundary,Fe=ue+Ee;I+=Ee,Fe!==0&&N-Fe<le.storage&&(I+=N-Fe),$===0&&(J=I),I+=le.storage}let Z=Y.type==="int"?Int32Array:Y.type==="uint"?Uint32Array:Float32Array;Y.__data=new Z((I-J)/Float32Array.BYTES_PER_ELEMENT),Y.__offset=J}}let P=I%N;return P>0&&(I+=N-P),R.__size=I,R.__cache={},this}function E(R,D){let I={boundary:0,storage:0};return typeof R=="number"||typeof R=="boolean"?(I.boundary=4,I.storage=4):R.isVector2?(I.boundary=8,I.storage=8):R.isVector3||R.isColor?(I.boundary=16,I.storage=12):R.isVector4?(I.boundary=16,I.storage=16):R.isMatrix3?(I.boundary=16,I.storage=48):R.isMatrix4?(I.boundary=16,I.storage=64):R.isTexture?Ye("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(R)?(I.boundary=16,I.storage=R.byteLength):Ye("WebGLRenderer: Unsupported uniform value type.",R),D===!0&&(I.boundary=16,I.storage=Math.ceil(I.storage/16)*16),I}function x(R){let D=R.target;D.removeEventListener("dispose",x),i.deleteBuffer(s[D.id]),delete s[D.id],delete r[D.id]}function _(){for(let R in s)i.deleteBuffer(s[R]);s={},r={}}return{bind:a,update:o,dispose:_}}var Gg=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),Un=null;function Vg(){return Un===null&&(Un=new ri(Gg,16,16,ln,wt),Un.name="DFG_LUT",Un.minFilter=St,Un.magFilter=St,Un.wrapS=qt,Un.wrapT=qt,Un.generateMipmaps=!1,Un.needsUpdate=!0),Un}var oo=class{constructor(e={}){let{canvas:t=Qc(),context:n=null,depth:s=!0,stencil:r=!1,alpha:a=!1,antialias:o=!1,premultipliedAlpha:c=!0,preserveDrawingBuffer:h=!1,powerPreference:d="default",failIfMajorPerformanceCaveat:p=!1,reversedDepthBuffer:f=!1,outputBufferType:g=dn}=e;this.isWebGLRenderer=!0;let v;if(n!==null){if(typeof WebGLRenderingContext<"u"&&n instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");v=n.getContextAttributes().alpha}else v=a;let E=g,x=new Set([Aa,Ta,Ea]),_=new Set([dn,wn,rs,Ai,ba,wa]),R=new Uint32Array(4),D=new Int32Array(4),I={textures:[],min:[],max:[],resolution:[]},N=null,P=null,y=[],b=[],H=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=Nn,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let F=this,O=!1,Y=null,Q=null,L=null,J=null;this._outputColorSpace=jt;let Z=0,$=0,me=null,K=-1,le=null,ue=new bt,Ee=new bt,Fe=null,se=new ct(0),ye=0,Oe=t.width,He=t.height,ge=1,We=null,dt=null,Ve=new bt(0,0,Oe,He),at=new bt(0,0,Oe,He),ht=!1,it=new bi,Et=new ea,Mt=!1,It=!1,vt=new pt,kt=new X,_t=new bt,Pt={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},Ut=!1;function Xt(){return me===null?ge:1}let z=n;function Ht(l,m){return t.getContext(l,m)}let G,he,ne,ke,xe,Te,A,S,W,pe,ce,Ae,Le,ie,ae,Re,U,re,j,Ie,Se,Ce,Ge;try{let l={alpha:!0,depth:s,stencil:r,antialias:o,premultipliedAlpha:c,preserveDrawingBuffer:h,powerPreference:d,failIfMajorPerformanceCaveat:p};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",Xe,!1),t.addEventListener("webglcontextrestored",et,!1),t.addEventListener("webglcontextcreationerror",Ne,!1),z===null){let m="webgl2";if(z=Ht(m,l),z===null)throw Ht(m)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}tt()}catch(l){throw t.removeEventListener("webglcontextlost",Xe,!1),t.removeEventListener("webglcontextrestored",et,!1),t.removeEventListener("webglcontextcreationerror",Ne,!1),Qe("WebGLRenderer: "+l.message),l}function tt(){G=new em(z),G.init(),Se=new Fg(z,G),he=new Vp(z,G,e,Se),ne=new Ng(z,G),he.reversedDepthBuffer&&f&&ne.buffers.depth.setReversed(!0),Q=z.createFramebuffer(),L=z.createFramebuffer(),J=z.createFramebuffer(),ke=new im(z),xe=new yg,Te=new Ug(z,G,ne,xe,he,Se,ke),A=new jp(F),S=new rf(z),Ce=new Hp(z,S),W=new tm(z,S,ke,Ce),pe=new rm(z,W,S,Ce,ke),re=new sm(z,he,Te),ae=new Wp(xe),ce=new vg(F,A,G,he,Ce,ae),Ae=new kg(F,xe),Le=new Mg,ie=new Rg(G),U=new kp(F,A,ne,pe,v,c),Re=new Dg(F,pe,he),Ge=new Hg(z,ke,he,ne),j=new Gp(z,G,ke),Ie=new nm(z,G,ke),ke.programs=ce.programs,F.capabilities=he,F.extensions=G,F.properties=xe,F.renderLists=Le,F.shadowMap=Re,F.state=ne,F.info=ke}E!==dn&&(H=new om(E,t.width,t.height,o,s,r));let Me=new Ol(F,z);this.xr=Me,this.getContext=function(){return z},this.getContextAttributes=function(){return z.getContextAttributes()},this.forceContextLoss=function(){let l=G.get("WEBGL_lose_context");l&&l.loseContext()},this.forceContextRestore=function(){let l=G.get("WEBGL_lose_context");l&&l.restoreContext()},this.getPixelRatio=function(){return ge},this.setPixelRatio=function(l){l!==void 0&&(ge=l,this.setSize(Oe,He,!1))},this.getSize=function(l){return l.set(Oe,He)},this.setSize=function(l,m,M=!0){if(Me.isPresenting){Ye("WebGLRenderer: Can't change size while VR device is presenting.");return}Oe=l,He=m,t.width=Math.floor(l*ge),t.height=Math.floor(m*ge),M===!0&&(t.style.width=l+"px",t.style.height=m+"px"),H!==null&&H.setSize(t.width,t.height),this.setViewport(0,0,l,m)},this.getDrawingBufferSize=function(l){return l.set(Oe*ge,He*ge).floor()},this.setDrawingBufferSize=function(l,m,M){Oe=l,He=m,ge=M,t.width=Math.floor(l*M),t.height=Math.floor(m*M),this.setViewport(0,0,l,m)},this.setEffects=function(l){if(E===dn){Qe("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(l){for(let m=0;m<l.length;m++)if(l[m].isOutputPass===!0){Ye("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}H.setEffects(l||[])},this.getCurrentViewport=function(l){return l.copy(ue)},this.getViewport=function(l){return l.copy(Ve)},this.setViewport=function(l,m,M,w){l.isVector4?Ve.set(l.x,l.y,l.z,l.w):Ve.set(l,m,M,w),ne.viewport(ue.copy(Ve).multiplyScalar(Xt()).round())},this.getScissor=function(l){return l.copy(at)},this.setScissor=function(l,m,M,w){l.isVector4?at.set(l.x,l.y,l.z,l.w):at.set(l,m,M,w),ne.scissor(Ee.copy(at).multiplyScalar(Xt()).round())},this.getScissorTest=function(){return ht},this.setScissorTest=function(l){ne.setScissorTest(ht=l)},this.setOpaqueSort=function(l){We=l},this.setTransparentSort=function(l){dt=l},this.getClearColor=function(l){return l.copy(U.getClearColor())},this.setClearColor=function(){U.setClearColor(...arguments)},this.getClearAlpha=function(){return U.getClearAlpha()},this.setClearAlpha=function(){U.setClearAlpha(...arguments)},this.clear=function(l=!0,m=!0,M=!0){let w=0;if(l){let C=!1;if(me!==null){let T=me.texture.format;C=x.has(T)}if(C){let T=me.texture.type,V=_.has(T),B=U.getClearColor(),k=U.getClearAlpha(),q=B.r,oe=B.g,ee=B.b;V?(R[0]=q,R[1]=oe,R[2]=ee,R[3]=k,z.clearBufferuiv(z.COLOR,0,R)):(D[0]=q,D[1]=oe,D[2]=ee,D[3]=k,z.clearBufferiv(z.COLOR,0,D))}else w|=z.COLOR_BUFFER_BIT}m&&(w|=z.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),M&&(w|=z.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),w!==0&&z.clear(w)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(l){l.setRenderer(this),Y=l},this.dispose=function(){t.removeEventListener("webglcontextlost",Xe,!1),t.removeEventListener("webglcontextrestored",et,!1),t.removeEventListener("webglcontextcreationerror",Ne,!1),U.dispose(),Le.dispose(),ie.dispose(),Te.dispose(),xe.dispose(),A.dispose(),pe.dispose(),W.dispose(),Ce.dispose(),Ge.dispose(),ce.dispose(),Me.dispose(),Me.removeEventListener("sessionstart",ms),Me.removeEventListener("sessionend",or),On.stop()};function Xe(l){l.preventDefault(),Ml("WebGLRenderer: Context Lost."),O=!0}function et(){Ml("WebGLRenderer: Context Restored."),O=!1;let l=ke.autoReset,m=Re.enabled,M=Re.autoUpdate,w=Re.needsUpdate,C=Re.type;tt(),ke.autoReset=l,Re.enabled=m,Re.autoUpdate=M,Re.needsUpdate=w,Re.type=C}function Ne(l){Qe("WebGLRenderer: A WebGL context could not be created. Reason: ",l.statusMessage)}function mt(l){let m=l.target;m.removeEventListener("dispose",mt),Lt(m)}function Lt(l){Rn(l),xe.remove(l)}function Rn(l){let m=xe.get(l).programs;m!==void 0&&(m.forEach(function(M){ce.releaseProgram(M)}),l.isShaderMaterial&&ce.releaseShaderCache(l))}this.renderBufferDirect=function(l,m,M,w,C,T){m===null&&(m=Pt);let V=C.isMesh&&C.matrixWorld.determinantAffine()<0,B=fr(l,m,M,w,C);ne.setMaterial(w,V);let k=M.index,q=1;if(w.wireframe===!0){if(k=W.getWireframeAttribute(M),k===void 0)return;q=2}let oe=M.drawRange,ee=M.attributes.position,te=oe.start*q,de=(oe.start+oe.count)*q;T!==null&&(te=Math.max(te,T.start*q),de=Math.min(de,(T.start+T.count)*q)),k!==null?(te=Math.max(te,0),de=Math.min(de,k.count)):ee!=null&&(te=Math.max(te,0),de=Math.min(de,ee.count));let _e=de-te;if(_e<0||_e===1/0)return;Ce.setup(C,w,B,M,k);let ve,Pe=j;if(k!==null&&(ve=S.get(k),Pe=Ie,Pe.setIndex(ve)),C.isMesh)w.wireframe===!0?(ne.setLineWidth(w.wireframeLinewidth*Xt()),Pe.setMode(z.LINES)):Pe.setMode(z.TRIANGLES);else if(C.isLine){let qe=w.linewidth;qe===void 0&&(qe=1),ne.setLineWidth(qe*Xt()),C.isLineSegments?Pe.setMode(z.LINES):C.isLineLoop?Pe.setMode(z.LINE_LOOP):Pe.setMode(z.LINE_STRIP)}else C.isPoints?Pe.setMode(z.POINTS):C.isSprite&&Pe.setMode(z.TRIANGLES);if(C.isBatchedMesh)if(G.get("WEBGL_multi_draw"))Pe.renderMultiDraw(C._multiDrawStarts,C._multiDrawCounts,C._multiDrawCount);else{let qe=C._multiDrawStarts,fe=C._multiDrawCounts,$e=C._multiDrawCount,we=k?S.get(k).bytesPerElement:1,De=xe.get(w).currentProgram.getUniforms();for(let Ue=0;Ue<$e;Ue++)De.setValue(z,"_gl_DrawID",Ue),Pe.render(qe[Ue]/we,fe[Ue])}else if(C.isInstancedMesh)Pe.renderInstances(te,_e,C.count);else if(M.isInstancedBufferGeometry){let qe=M._maxInstanceCount!==void 0?M._maxInstanceCount:1/0,fe=Math.min(M.instanceCount,qe);Pe.renderInstances(te,_e,fe)}else Pe.render(te,_e)};function ar(l,m,M,w){Y!==null&&l.isNodeMaterial&&Y.setObject(w,l),Mt===!0&&ae.setState(l,M,!1),l.transparent===!0&&l.side===on&&l.forceSinglePass===!1?(l.side=nn,l.needsUpdate=!0,Cn(l,m,w),l.side=ci,l.needsUpdate=!0,Cn(l,m,w),l.side=on):Cn(l,m,w)}this.compile=function(l,m,M=null){M===null&&(M=l),Y!==null&&Y.renderStart(l,m,M),P=ie.get(M),P.init(m),b.push(P),M.traverseVisible(function(C){C.isLight&&C.layers.test(m.layers)&&(P.pushLight(C),C.castShadow&&P.pushShadow(C))}),l!==M&&l.traverseVisible(function(C){C.isLight&&C.layers.test(m.layers)&&(P.pushLight(C),C.castShadow&&P.pushShadow(C))}),P.setupLights(),Y!==null&&Y.updateLights(P.state.lightsArray),It=this.localClippingEnabled,Mt=ae.init(this.clippingPlanes,It),Mt===!0&&ae.setGlobalState(this.clippingPlanes,m),Y!==null&&Re.render(P.state.shadowsArray,M,m);let w=new Set;return l.traverse(function(C){if(!(C.isMesh||C.isPoints||C.isLine||C.isSprite))return;let T=C.material;if(T)if(Array.isArray(T))for(let V=0;V<T.length;V++){let B=T[V];ar(B,M,m,C),w.add(B)}else ar(T,M,m,C),w.add(T)}),P=b.pop(),Y!==null&&Y.renderEnd(),w},this.compileAsync=function(l,m,M=null){let w=this.compile(l,m,M);return new Promise(C=>{function T(){if(w.forEach(function(V){let k=xe.get(V).currentProgram;(k===void 0||k.isReady())&&w.delete(V)}),w.size===0){C(l);return}setTimeout(T,10)}G.get("KHR_parallel_shader_compile")!==null?T():setTimeout(T,10)})};let ps=null;function vo(l){ps&&ps(l)}function ms(){On.stop()}function or(){On.start()}let On=new Rh;On.setAnimationLoop(vo),typeof self<"u"&&On.setContext(self),this.setAnimationLoop=function(l){ps=l,Me.setAnimationLoop(l),l===null?On.stop():On.start()},Me.addEventListener("sessionstart",ms),Me.addEventListener("sessionend",or),this.render=function(l,m){if(m!==void 0&&m.isCamera!==!0){Qe("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(O===!0)return;Y!==null&&Y.renderStart(l,m);let M=Me.enabled===!0&&Me.isPresenting===!0,w=H!==null&&(me===null||M)&&H.begin(F,me);if(l.matrixWorldAutoUpdate===!0&&l.updateMatrixWorld(),m.parent===null&&m.matrixWorldAutoUpdate===!0&&m.updateMatrixWorld(),Me.enabled===!0&&Me.isPresenting===!0&&(H===null||H.isCompositing()===!1)&&(Me.cameraAutoUpdate===!0&&Me.updateCamera(m),m=Me.getCamera()),l.isScene===!0&&l.onBeforeRender(F,l,m,me),P=ie.get(l,b.length),P.init(m),P.state.textureUnits=Te.getTextureUnits(),b.push(P),vt.multiplyMatrices(m.projectionMatrix,m.matrixWorldInverse),m.isArrayCamera?Et.setFromArrayCamera(m):it.setFromProjectionMatrix(vt,mn,m.reversedDepth),It=this.localClippingEnabled,Mt=ae.init(this.clippingPlanes,It),N=Le.get(l,y.length),N.init(),y.push(N),this.info.render.frame++,Me.enabled===!0&&Me.isPresenting===!0){let V=F.xr.getDepthSensingMesh();V!==null&&gs(V,m,-1/0,F.sortObjects)}gs(l,m,0,F.sortObjects),N.finish(),Y!==null&&Y.updateLights(P.state.lightsArray),F.sortObjects===!0&&N.sort(We,dt),Ut=Me.enabled===!1||Me.isPresenting===!1||Me.hasDepthSensing()===!1,Ut&&U.addToRenderList(N,l),this.info.autoReset===!0&&this.info.reset(),Mt===!0&&ae.beginShadows();let C=P.state.shadowsArray;if(Re.render(C,l,m),Mt===!0&&ae.endShadows(),(w&&H.hasRenderPass())===!1){let V=N.opaque,B=N.transmissive;if(P.setupLights(),m.isArrayCamera){let k=m.cameras;if(B.length>0)for(let q=0,oe=k.length;q<oe;q++){let ee=k[q];lr(V,B,l,ee)}Ut&&U.render(l);for(let q=0,oe=k.length;q<oe;q++){let ee=k[q];_s(N,l,ee,ee.viewport)}}else B.length>0&&lr(V,B,l,m),Ut&&U.render(l),_s(N,l,m)}me!==null&&$===0&&(Te.updateMultisampleRenderTarget(me),Te.updateRenderTargetMipmap(me)),w&&H.end(F),l.isScene===!0&&l.onAfterRender(F,l,m),Ce.resetDefaultState(),K=-1,le=null,b.pop(),b.length>0?(P=b[b.length-1],Te.setTextureUnits(P.state.textureUnits),Mt===!0&&ae.setGlobalState(F.clippingPlanes,P.state.camera)):P=null,y.pop(),y.length>0?N=y[y.length-1]:N=null,Y!==null&&Y.renderEnd()};function gs(l,m,M,w){if(l.visible===!1)return;if(l.layers.test(m.layers)){if(l.isGroup)M=l.renderOrder;else if(l.isLOD)l.autoUpdate===!0&&l.update(m);else if(l.isLight)P.pushLight(l),l.castShadow&&P.pushShadow(l);else if(l.isSprite){let V=m.isArrayCamera?Et:it;if(!l.frustumCulled||l.intersectsFrustum(V)){w&&_t.setFromMatrixPosition(l.matrixWorld).applyMatrix4(vt);let B=pe.update(l),k=l.material;k.visible&&N.push(l,B,k,M,_t.z,null,m)}}else if(l.isMesh||l.isLine||l.isPoints){let V=m.isArrayCamera?Et:it;if(!l.frustumCulled||l.intersectsFrustum(V)){let B=pe.update(l),k=l.material;if(w&&(l.boundingSphere!==void 0?(l.boundingSphere===null&&l.computeBoundingSphere(),_t.copy(l.boundingSphere.center)):(B.boundingSphere===null&&B.computeBoundingSphere(),_t.copy(B.boundingSphere.center)),_t.applyMatrix4(l.matrixWorld).applyMatrix4(vt)),Array.isArray(k)){let q=B.groups;for(let oe=0,ee=q.length;oe<ee;oe++){let te=q[oe],de=k[te.materialIndex];de&&de.visible&&N.push(l,B,de,M,_t.z,te,m)}}else k.visible&&N.push(l,B,k,M,_t.z,null,m)}}}let T=l.children;for(let V=0,B=T.length;V<B;V++)gs(T[V],m,M,w)}function _s(l,m,M,w){let{opaque:C,transmissive:T,transparent:V}=l;P.setupLightsView(M),Mt===!0&&ae.setGlobalState(F.clippingPlanes,M),w&&ne.viewport(ue.copy(w)),C.length>0&&di(C,m,M),T.length>0&&di(T,m,M),V.length>0&&di(V,m,M),ne.buffers.depth.setTest(!0),ne.buffers.depth.setMask(!0),ne.buffers.color.setMask(!0),ne.setPolygonOffset(!1)}function lr(l,m,M,w){if((M.isScene===!0?M.overrideMaterial:null)!==null)return;if(P.state.transmissionRenderTarget[w.id]===void 0){let te=G.has("EXT_color_buffer_half_float")||G.has("EXT_color_buffer_float");P.state.transmissionRenderTarget[w.id]=new Kt(1,1,{generateMipmaps:!0,type:te?wt:dn,minFilter:_n,samples:Math.max(4,he.samples),stencilBuffer:r,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:ot.workingColorSpace})}let T=P.state.transmissionRenderTarget[w.id],V=w.viewport||ue;T.setSize(V.z*F.transmissionResolutionScale,V.w*F.transmissionResolutionScale);let B=F.getRenderTarget(),k=F.getActiveCubeFace(),q=F.getActiveMipmapLevel();F.setRenderTarget(T),F.getClearColor(se),ye=F.getClearAlpha(),ye<1&&F.setClearColor(16777215,.5),F.clear(),Ut&&U.render(M);let oe=F.toneMapping;F.toneMapping=Nn;let ee=w.viewport;if(w.viewport!==void 0&&(w.viewport=void 0),P.setupLightsView(w),Mt===!0&&ae.setGlobalState(F.clippingPlanes,w),di(l,M,w),Te.updateMultisampleRenderTarget(T),Te.updateRenderTargetMipmap(T),G.has("WEBGL_multisampled_render_to_texture")===!1){let te=!1;for(let de=0,_e=m.length;de<_e;de++){let ve=m[de],{object:Pe,geometry:qe,material:fe,group:$e}=ve;if(fe.side===on&&Pe.layers.test(w.layers)){let we=fe.side;fe.side=nn,fe.needsUpdate=!0,cr(Pe,M,w,qe,fe,$e),fe.side=we,fe.needsUpdate=!0,te=!0}}te===!0&&(Te.updateMultisampleRenderTarget(T),Te.updateRenderTargetMipmap(T))}F.setRenderTarget(B,k,q),F.setClearColor(se,ye),ee!==void 0&&(w.viewport=ee),F.toneMapping=oe}function di(l,m,M){let w=m.isScene===!0?m.overrideMaterial:null;for(let C=0,T=l.length;C<T;C++){let V=l[C],{object:B,geometry:k,group:q}=V,oe=V.material;oe.allowOverride===!0&&w!==null&&(oe=w),B.layers.test(M.layers)&&cr(B,m,M,k,oe,q)}}function cr(l,m,M,w,C,T){Y!==null&&C.isNodeMaterial&&Y.setObject(l,C),l.onBeforeRender(F,m,M,w,C,T),l.modelViewMatrix.multiplyMatrices(M.matrixWorldInverse,l.matrixWorld),l.normalMatrix.getNormalMatrix(l.modelViewMatrix),C.onBeforeRender(F,m,M,w,l,T),C.transparent===!0&&C.side===on&&C.forceSinglePass===!1?(C.side=nn,C.needsUpdate=!0,F.renderBufferDirect(M,m,w,C,l,T),C.side=ci,C.needsUpdate=!0,F.renderBufferDirect(M,m,w,C,l,T),C.side=on):F.renderBufferDirect(M,m,w,C,l,T),l.onAfterRender(F,m,M,w,C,T)}function hr(l){let m=0;for(let M of l)M.texture!==null&&m++;return m}function Cn(l,m,M){m.isScene!==!0&&(m=Pt);let w=xe.get(l),C=P.state.lights,T=P.state.shadowsArray,V=C.state.version,B=ce.getParameters(l,C.state,T,m,M,P.state.lightProbeGridArray),k=ce.getProgramCacheKey(B),q=w.programs;w.environment=l.isMeshStandardMaterial||l.isMeshLambertMaterial||l.isMeshPhongMaterial?m.environment:null,w.fog=m.fog;let oe=l.isMeshStandardMaterial||l.isMeshLambertMaterial&&!l.envMap||l.isMeshPhongMaterial&&!l.envMap;w.envMap=A.get(l.envMap||w.environment,oe),w.envMapRotation=w.environment!==null&&l.envMap===null?m.environmentRotation:l.envMapRotation,q===void 0&&(l.addEventListener("dispose",mt),q=new Map,w.programs=q,w.programVariants=new Map);let ee=q.get(k);if(ee!==void 0){if(w.currentProgram===ee&&w.lightsStateVersion===V)return pi(l,B),ee}else B.uniforms=ce.getUniforms(l),Y!==null&&l.isNodeMaterial&&Y.build(l,M,B),l.onBeforeCompile(B,F),ee=ce.acquireProgram(B,k),q.set(k,ee),w.uniforms=B.uniforms;let te=w.uniforms;return(!l.isShaderMaterial&&!l.isRawShaderMaterial||l.clipping===!0)&&(te.clippingPlanes=ae.uniform),pi(l,B),w.needsLights=sn(l),w.lightsStateVersion=V,w.needsLights&&(te.ambientLightColor.value=C.state.ambient,te.lightProbe.value=C.state.probe,te.sunLights.value=C.state.sun,te.sunLightShadows.value=C.state.sunShadow,te.directionalLights.value=C.state.directional,te.directionalLightShadows.value=C.state.directionalShadow,te.spotLights.value=C.state.spot,te.spotLightShadows.value=C.state.spotShadow,te.rectAreaLights.value=C.state.rectArea,te.ltc_1.value=C.state.rectAreaLTC1,te.ltc_2.value=C.state.rectAreaLTC2,te.pointLights.value=C.state.point,te.pointLightShadows.value=C.state.pointShadow,te.hemisphereLights.value=C.state.hemi,te.sunShadowMatrix.value=C.state.sunShadowMatrix,te.sunShadowCascade.value=C.state.sunShadowCascade,te.directionalShadowMatrix.value=C.state.directionalShadowMatrix,te.spotLightMatrix.value=C.state.spotLightMatrix,te.spotLightMap.value=C.state.spotLightMap,te.pointShadowMatrix.value=C.state.pointShadowMatrix),w.numLightProbeGrids=hr(P.state.lightProbeGridArray),w.currentProgram=ee,w.uniformsList=null,ee}function Ci(l,m,M,w,C){let T=xe.get(l),V=T.currentProgram.id+","+w+","+C,B=T.programVariants.get(V);return B===void 0?(B=Cn(l,m,M),T.programVariants.set(V,B)):(T.currentProgram=B,T.uniformsList=null,T.outputColorSpace=w,T.toneMapping=C),B}function ur(l){if(l.uniformsList===null){let m=l.currentProgram.getUniforms();l.uniformsList=as.seqWithValue(m.seq,l.uniforms)}return l.uniformsList}function pi(l,m){let M=xe.get(l);M.outputColorSpace=m.outputColorSpace,M.batching=m.batching,M.batchingColor=m.batchingColor,M.instancing=m.instancing,M.instancingColor=m.instancingColor,M.instancingMorph=m.instancingMorph,M.skinning=m.skinning,M.morphTargets=m.morphTargets,M.morphNormals=m.morphNormals,M.morphColors=m.morphColors,M.morphTargetsCount=m.morphTargetsCount,M.numClippingPlanes=m.numClippingPlanes,M.numIntersection=m.numClipIntersection,M.vertexAlphas=m.vertexAlphas,M.vertexTangents=m.vertexTangents,M.toneMapping=m.toneMapping}function fr(l,m,M,w,C){m.isScene!==!0&&(m=Pt),Te.resetTextureUnits();let T=m.fog,V=w.isMeshStandardMaterial||w.isMeshLambertMaterial||w.isMeshPhongMaterial?m.environment:null,B=me===null?F.outputColorSpace:me.isXRRenderTarget===!0?me.texture.colorSpace:ot.workingColorSpace,k=w.isMeshStandardMaterial||w.isMeshLambertMaterial&&!w.envMap||w.isMeshPhongMaterial&&!w.envMap,q=A.get(w.envMap||V,k),oe=w.vertexColors===!0&&!!M.attributes.color&&M.attributes.color.itemSize===4,ee=!!M.attributes.tangent&&(!!w.normalMap||w.anisotropy>0),te=!!M.morphAttributes.position,de=!!M.morphAttributes.normal,_e=!!M.morphAttributes.color,ve=Nn;w.toneMapped&&(me===null||me.isXRRenderTarget===!0)&&(ve=F.toneMapping);let Pe=M.morphAttributes.position||M.morphAttributes.normal||M.morphAttributes.color,qe=Pe!==void 0?Pe.length:0,fe=xe.get(w),$e=P.state.lights;if(Mt===!0&&(It===!0||l!==le)){let Je=l===le&&w.id===K;ae.setState(w,l,Je)}let we=!1,De=!1;w.version===fe.__version?fe.needsLights&&fe.lightsStateVersion!==$e.state.version||C.isBatchedMesh&&fe.batching===!1||!C.isBatchedMesh&&fe.batching===!0||C.isBatchedMesh&&fe.batchingColor===!0&&C._colorsTexture===null||C.isBatchedMesh&&fe.batchingColor===!1&&C._colorsTexture!==null||C.isInstancedMesh&&fe.instancing===!1||!C.isInstancedMesh&&fe.instancing===!0||C.isSkinnedMesh&&fe.skinning===!1||!C.isSkinnedMesh&&fe.skinning===!0||C.isInstancedMesh&&fe.instancingColor===!0&&C.instanceColor===null||C.isInstancedMesh&&fe.instancingColor===!1&&C.instanceColor!==null||C.isInstancedMesh&&fe.instancingMorph===!0&&C.morphTexture===null||C.isInstancedMesh&&fe.instancingMorph===!1&&C.morphTexture!==null||fe.envMap!==q||w.fog===!0&&fe.fog!==T||fe.numClippingPlanes!==void 0&&(fe.numClippingPlanes!==ae.numPlanes||fe.numIntersection!==ae.numIntersection)||fe.vertexAlphas!==oe||fe.vertexTangents!==ee||fe.morphTargets!==te||fe.morphNormals!==de||fe.morphColors!==_e||fe.morphTargetsCount!==qe||fe.numLightProbeGrids!==hr(P.state.lightProbeGridArray)?we=!0:(fe.outputColorSpace!==B||fe.toneMapping!==ve)&&(De=!0):(we=!0,fe.__version=w.version);let Ue=fe.currentProgram;(we===!0||De===!0)&&(Ue=De===!0?Ci(w,m,C,B,ve):Cn(w,m,C),Y&&w.isNodeMaterial&&Y.onUpdateProgram(w,Ue,fe));let ft=!1,nt=!1,Ze=!1,ze=Ue.getUniforms(),rt=fe.uniforms;if(ne.useProgram(Ue.program)&&(ft=!0,nt=!0,Ze=!0),w.id!==K&&(K=w.id,nt=!0),ft||le!==l){ne.buffers.depth.getReversed()&&l.reversedDepth!==!0&&(l._reversedDepth=!0,l.updateProjectionMatrix()),ze.setValue(z,"projectionMatrix",l.projectionMatrix),ze.setValue(z,"viewMatrix",l.matrixWorldInverse);let yt=ze.map.cameraPosition;yt!==void 0&&yt.setValue(z,kt.setFromMatrixPosition(l.matrixWorld)),he.logarithmicDepthBuffer&&ze.setValue(z,"logDepthBufFC",2/(Math.log(l.far+1)/Math.LN2)),(w.isMeshPhongMaterial||w.isMeshToonMaterial||w.isMeshLambertMaterial||w.isMeshBasicMaterial||w.isMeshStandardMaterial||w.isShaderMaterial)&&ze.setValue(z,"isOrthographic",l.isOrthographicCamera===!0),le!==l&&(le=l,nt=!0,Ze=!0)}if(fe.needsLights&&($e.state.sunShadowMap.length>0&&ze.setValue(z,"sunShadowMap",$e.state.sunShadowMap,Te),$e.state.directionalShadowMap.length>0&&ze.setValue(z,"directionalShadowMap",$e.state.directionalShadowMap,Te),$e.state.spotShadowMap.length>0&&ze.setValue(z,"spotShadowMap",$e.state.spotShadowMap,Te),$e.state.pointShadowMap.length>0&&ze.setValue(z,"pointShadowMap",$e.state.pointShadowMap,Te)),C.isSkinnedMesh){ze.setOptional(z,C,"bindMatrix"),ze.setOptional(z,C,"bindMatrixInverse");let Je=C.skeleton;Je&&(Je.boneTexture===null&&Je.computeBoneTexture(),ze.setValue(z,"boneTexture",Je.boneTexture,Te))}C.isBatchedMesh&&(ze.setOptional(z,C,"batchingTexture"),ze.setValue(z,"batchingTexture",C._matricesTexture,Te),ze.setOptional(z,C,"batchingIdTexture"),ze.setValue(z,"batchingIdTexture",C._indirectTexture,Te),ze.setOptional(z,C,"batchingColorTexture"),C._colorsTexture!==null&&ze.setValue(z,"batchingColorTexture",C._colorsTexture,Te));let Tt=M.morphAttributes;if((Tt.position!==void 0||Tt.normal!==void 0||Tt.color!==void 0)&&re.update(C,M,Ue),(nt||fe.receiveShadow!==C.receiveShadow)&&(fe.receiveShadow=C.receiveShadow,ze.setValue(z,"receiveShadow",C.receiveShadow)),(w.isMeshStandardMaterial||w.isMeshLambertMaterial||w.isMeshPhongMaterial)&&w.envMap===null&&m.environment!==null&&(rt.envMapIntensity.value=m.environmentIntensity),rt.dfgLUT!==void 0&&(rt.dfgLUT.value=Vg()),nt){if(ze.setValue(z,"toneMappingExposure",F.toneMappingExposure),fe.needsLights&&Gt(rt,Ze),T&&w.fog===!0&&Ae.refreshFogUniforms(rt,T),Ae.refreshMaterialUniforms(rt,w,ge,He,P.state.transmissionRenderTarget[l.id]),fe.needsLights&&fe.numLightProbeGrids>0){let Je=I,yt=0;for(let Zt of P.state.lightProbeGridArray)Zt.texture!==null&&(Je.textures[yt]=Zt.texture,Je.min[yt]=Zt.boundingBox.min,Je.max[yt]=Zt.boundingBox.max,Je.resolution[yt]=Zt.resolution,yt++);for(let Zt in Je)Je[Zt].length=yt;rt.probesSH.value=Je.textures,rt.probesMin.value=Je.min,rt.probesMax.value=Je.max,rt.probesResolution.value=Je.resolution}as.upload(z,ur(fe),rt,Te)}if(w.isShaderMaterial&&w.uniformsNeedUpdate===!0&&(as.upload(z,ur(fe),rt,Te),w.uniformsNeedUpdate=!1),w.isSpriteMaterial&&ze.setValue(z,"center",C.center),ze.setValue(z,"modelViewMatrix",C.modelViewMatrix),ze.setValue(z,"normalMatrix",C.normalMatrix),ze.setValue(z,"modelMatrix",C.matrixWorld),w.uniformsGroups!==void 0){let Je=w.uniformsGroups;for(let yt=0,Zt=Je.length;yt<Zt;yt++){let $n=Je[yt];Ge.update($n,Ue),Ge.bind($n,Ue)}}return Ue}function Gt(l,m){l.ambientLightColor.needsUpdate=m,l.lightProbe.needsUpdate=m,l.sunLights.needsUpdate=m,l.sunLightShadows.needsUpdate=m,l.directionalLights.needsUpdate=m,l.directionalLightShadows.needsUpdate=m,l.pointLights.needsUpdate=m,l.pointLightShadows.needsUpdate=m,l.spotLights.needsUpdate=m,l.spotLightShadows.needsUpdate=m,l.rectAreaLights.needsUpdate=m,l.hemisphereLights.needsUpdate=m}function sn(l){return l.isMeshLambertMaterial||l.isMeshToonMaterial||l.isMeshPhongMaterial||l.isMeshStandardMaterial||l.isShadowMaterial||l.isShaderMaterial&&l.lights===!0}this.getActiveCubeFace=function(){return Z},this.getActiveMipmapLevel=function(){return $},this.getRenderTarget=function(){return me},this.setRenderTargetTextures=function(l,m,M){let w=xe.get(l);w.__autoAllocateDepthBuffer=l.resolveDepthBuffer===!1,w.__autoAllocateDepthBuffer===!1&&(w.__useRenderToTexture=!1),xe.get(l.texture).__webglTexture=m,xe.get(l.depthTexture).__webglTexture=w.__autoAllocateDepthBuffer?void 0:M,w.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(l,m){let M=xe.get(l);M.__webglFramebuffer=m,M.__useDefaultFramebuffer=m===void 0},this.setRenderTarget=function(l,m=0,M=0){me=l,Z=m,$=M;let w=null,C=!1,T=!1;if(l){let B=xe.get(l);if(B.__useDefaultFramebuffer!==void 0){ne.bindFramebuffer(z.FRAMEBUFFER,B.__webglFramebuffer),ue.copy(l.viewport),Ee.copy(l.scissor),Fe=l.scissorTest,ne.viewport(ue),ne.scissor(Ee),ne.setScissorTest(Fe),K=-1;return}else if(B.__webglFramebuffer===void 0)Te.setupRenderTarget(l);else if(B.__hasExternalTextures)Te.rebindTextures(l,xe.get(l.texture).__webglTexture,xe.get(l.depthTexture).__webglTexture);else if(l.depthBuffer){let oe=l.depthTexture;if(B.__boundDepthTexture!==oe){if(oe!==null&&xe.has(oe)&&(l.width!==oe.image.width||l.height!==oe.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");Te.setupDepthRenderbuffer(l)}}let k=l.texture;(k.isData3DTexture||k.isDataArrayTexture||k.isCompressedArrayTexture)&&(T=!0);let q=xe.get(l).__webglFramebuffer;l.isWebGLCubeRenderTarget?(Array.isArray(q[m])?w=q[m][M]:w=q[m],C=!0):l.samples>0&&Te.useMultisampledRTT(l)===!1?w=xe.get(l).__webglMultisampledFramebuffer:Array.isArray(q)?w=q[M]:w=q,ue.copy(l.viewport),Ee.copy(l.scissor),Fe=l.scissorTest}else ue.copy(Ve).multiplyScalar(ge).floor(),Ee.copy(at).multiplyScalar(ge).floor(),Fe=ht;if(M!==0&&(w=Q),ne.bindFramebuffer(z.FRAMEBUFFER,w)&&ne.drawBuffers(l,w),ne.viewport(ue),ne.scissor(Ee),ne.setScissorTest(Fe),C){let B=xe.get(l.texture);z.framebufferTexture2D(z.FRAMEBUFFER,z.COLOR_ATTACHMENT0,z.TEXTURE_CUBE_MAP_POSITIVE_X+m,B.__webglTexture,M)}else if(T){let B=m;for(let k=0;k<l.textures.length;k++){let q=xe.get(l.textures[k]);z.framebufferTextureLayer(z.FRAMEBUFFER,z.COLOR_ATTACHMENT0+k,q.__webglTexture,M,B)}}else if(l!==null&&M!==0){let B=xe.get(l.texture);z.framebufferTexture2D(z.FRAMEBUFFER,z.COLOR_ATTACHMENT0,z.TEXTURE_2D,B.__webglTexture,M)}K=-1};function u(l){let m=xe.get(l);return(m.__readFormat!==l.format||m.__readType!==l.type)&&(m.__readFormat=l.format,m.__readType=l.type,m.__formatReadable=he.textureFormatReadable(l.format),m.__typeReadable=he.textureTypeReadable(l.type)),m}this.readRenderTargetPixels=function(l,m,M,w,C,T,V,B=0){if(!(l&&l.isWebGLRenderTarget)){Qe("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let k=xe.get(l).__webglFramebuffer;if(l.isWebGLCubeRenderTarget&&V!==void 0&&(k=k[V],Array.isArray(k)&&(k=k[0])),k){ne.bindFramebuffer(z.FRAMEBUFFER,k);try{let q=l.textures[B],oe=q.format,ee=q.type;l.textures.length>1&&z.readBuffer(z.COLOR_ATTACHMENT0+B);let te=u(q);if(te.__formatReadable===!1){Qe("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(te.__typeReadable===!1){Qe("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}m>=0&&m<=l.width-w&&M>=0&&M<=l.height-C&&z.readPixels(m,M,w,C,Se.convert(oe),Se.convert(ee),T)}finally{let q=me!==null?xe.get(me).__webglFramebuffer:null;ne.bindFramebuffer(z.FRAMEBUFFER,q)}}},this.readRenderTargetPixelsAsync=async function(l,m,M,w,C,T,V,B=0){if(!(l&&l.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let k=xe.get(l).__webglFramebuffer;if(l.isWebGLCubeRenderTarget&&V!==void 0&&(k=k[V],Array.isArray(k)&&(k=k[0])),k)if(m>=0&&m<=l.width-w&&M>=0&&M<=l.height-C){ne.bindFramebuffer(z.FRAMEBUFFER,k);let q=l.textures[B],oe=q.format,ee=q.type;l.textures.length>1&&z.readBuffer(z.COLOR_ATTACHMENT0+B);let te=u(q);if(te.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(te.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let de=z.createBuffer();z.bindBuffer(z.PIXEL_PACK_BUFFER,de),z.bufferData(z.PIXEL_PACK_BUFFER,T.byteLength,z.STREAM_READ),z.readPixels(m,M,w,C,Se.convert(oe),Se.convert(ee),0),z.bindBuffer(z.PIXEL_PACK_BUFFER,null);let _e=me!==null?xe.get(me).__webglFramebuffer:null;ne.bindFramebuffer(z.FRAMEBUFFER,_e);let ve=z.fenceSync(z.SYNC_GPU_COMMANDS_COMPLETE,0);return z.flush(),await eh(z,ve,4),z.bindBuffer(z.PIXEL_PACK_BUFFER,de),z.getBufferSubData(z.PIXEL_PACK_BUFFER,0,T),z.bindBuffer(z.PIXEL_PACK_BUFFER,null),z.deleteBuffer(de),z.deleteSync(ve),T}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(l,m=null,M=0){let w=Math.pow(2,-M),C=Math.floor(l.image.width*w),T=Math.floor(l.image.height*w),V=m!==null?m.x:0,B=m!==null?m.y:0;Te.setTexture2D(l,0),z.copyTexSubImage2D(z.TEXTURE_2D,M,0,0,V,B,C,T),ne.unbindTexture()},this.copyTextureToTexture=function(l,m,M=null,w=null,C=0,T=0){let V,B,k,q,oe,ee,te,de,_e,ve=l.isCompressedTexture?l.mipmaps[T]:l.image;if(M!==null)V=M.max.x-M.min.x,B=M.max.y-M.min.y,k=M.isBox3?M.max.z-M.min.z:1,q=M.min.x,oe=M.min.y,ee=M.isBox3?M.min.z:0;else{let ze=Math.pow(2,-C);V=Math.floor(ve.width*ze),B=Math.floor(ve.height*ze),l.isDataArrayTexture?k=ve.depth:l.isData3DTexture?k=Math.floor(ve.depth*ze):k=1,q=0,oe=0,ee=0}w!==null?(te=w.x,de=w.y,_e=w.z):(te=0,de=0,_e=0);let Pe=Se.convert(m.format),qe=Se.convert(m.type),fe;m.isData3DTexture?(Te.setTexture3D(m,0),fe=z.TEXTURE_3D):m.isDataArrayTexture||m.isCompressedArrayTexture?(Te.setTexture2DArray(m,0),fe=z.TEXTURE_2D_ARRAY):(Te.setTexture2D(m,0),fe=z.TEXTURE_2D),ne.activeTexture(z.TEXTURE0),ne.pixelStorei(z.UNPACK_FLIP_Y_WEBGL,m.flipY),ne.pixelStorei(z.UNPACK_PREMULTIPLY_ALPHA_WEBGL,m.premultiplyAlpha),ne.pixelStorei(z.UNPACK_ALIGNMENT,m.unpackAlignment);let $e=ne.getParameter(z.UNPACK_ROW_LENGTH),we=ne.getParameter(z.UNPACK_IMAGE_HEIGHT),De=ne.getParameter(z.UNPACK_SKIP_PIXELS),Ue=ne.getParameter(z.UNPACK_SKIP_ROWS),ft=ne.getParameter(z.UNPACK_SKIP_IMAGES);ne.pixelStorei(z.UNPACK_ROW_LENGTH,ve.width),ne.pixelStorei(z.UNPACK_IMAGE_HEIGHT,ve.height),ne.pixelStorei(z.UNPACK_SKIP_PIXELS,q),ne.pixelStorei(z.UNPACK_SKIP_ROWS,oe),ne.pixelStorei(z.UNPACK_SKIP_IMAGES,ee);let nt=l.isDataArrayTexture||l.isData3DTexture,Ze=m.isDataArrayTexture||m.isData3DTexture;if(l.isDepthTexture){let ze=xe.get(l),rt=xe.get(m),Tt=xe.get(ze.__renderTarget),Je=xe.get(rt.__renderTarget);ne.bindFramebuffer(z.READ_FRAMEBUFFER,Tt.__webglFramebuffer),ne.bindFramebuffer(z.DRAW_FRAMEBUFFER,Je.__webglFramebuffer);for(let yt=0;yt<k;yt++)nt&&(z.framebufferTextureLayer(z.READ_FRAMEBUFFER,z.COLOR_ATTACHMENT0,xe.get(l).__webglTexture,C,ee+yt),z.framebufferTextureLayer(z.DRAW_FRAMEBUFFER,z.COLOR_ATTACHMENT0,xe.get(m).__webglTexture,T,_e+yt)),z.blitFramebuffer(q,oe,q+V,oe+B,te,de,te+V,de+B,z.DEPTH_BUFFER_BIT,z.NEAREST);ne.bindFramebuffer(z.READ_FRAMEBUFFER,null),ne.bindFramebuffer(z.DRAW_FRAMEBUFFER,null)}else if(C!==0||l.isRenderTargetTexture||xe.has(l)){let ze=xe.get(l),rt=xe.get(m);ne.bindFramebuffer(z.READ_FRAMEBUFFER,L),ne.bindFramebuffer(z.DRAW_FRAMEBUFFER,J);for(let Tt=0;Tt<k;Tt++)nt?z.framebufferTextureLayer(z.READ_FRAMEBUFFER,z.COLOR_ATTACHMENT0,ze.__webglTexture,C,ee+Tt):z.framebufferTexture2D(z.READ_FRAMEBUFFER,z.COLOR_ATTACHMENT0,z.TEXTURE_2D,ze.__webglTexture,C),Ze?z.framebufferTextureLayer(z.DRAW_FRAMEBUFFER,z.COLOR_ATTACHMENT0,rt.__webglTexture,T,_e+Tt):z.framebufferTexture2D(z.DRAW_FRAMEBUFFER,z.COLOR_ATTACHMENT0,z.TEXTURE_2D,rt.__webglTexture,T),C!==0?z.blitFramebuffer(q,oe,q+V,oe+B,te,de,te+V,de+B,z.COLOR_BUFFER_BIT,z.NEAREST):Ze?z.copyTexSubImage3D(fe,T,te,de,_e+Tt,q,oe,V,B):z.copyTexSubImage2D(fe,T,te,de,q,oe,V,B);ne.bindFramebuffer(z.READ_FRAMEBUFFER,null),ne.bindFramebuffer(z.DRAW_FRAMEBUFFER,null)}else Ze?l.isDataTexture||l.isData3DTexture?z.texSubImage3D(fe,T,te,de,_e,V,B,k,Pe,qe,ve.data):m.isCompressedArrayTexture?z.compressedTexSubImage3D(fe,T,te,de,_e,V,B,k,Pe,ve.data):z.texSubImage3D(fe,T,te,de,_e,V,B,k,Pe,qe,ve):l.isDataTexture?z.texSubImage2D(z.TEXTURE_2D,T,te,de,V,B,Pe,qe,ve.data):l.isCompressedTexture?z.compressedTexSubImage2D(z.TEXTURE_2D,T,te,de,ve.width,ve.height,Pe,ve.data):z.texSubImage2D(z.TEXTURE_2D,T,te,de,V,B,Pe,qe,ve);ne.pixelStorei(z.UNPACK_ROW_LENGTH,$e),ne.pixelStorei(z.UNPACK_IMAGE_HEIGHT,we),ne.pixelStorei(z.UNPACK_SKIP_PIXELS,De),ne.pixelStorei(z.UNPACK_SKIP_ROWS,Ue),ne.pixelStorei(z.UNPACK_SKIP_IMAGES,ft),T===0&&m.generateMipmaps===!0&&m.mipmapsAutoUpdate===!0&&z.generateMipmap(fe),ne.unbindTexture()},this.initRenderTarget=function(l){xe.get(l).__webglFramebuffer===void 0&&Te.setupRenderTarget(l)},this.initTexture=function(l){l.isCubeTexture?Te.setTextureCube(l,0):l.isData3DTexture?Te.setTexture3D(l,0):l.isDataArrayTexture||l.isCompressedArrayTexture?Te.setTexture2DArray(l,0):Te.setTexture2D(l,0),ne.unbindTexture()},this.resetState=function(){Z=0,$=0,me=null,ne.reset(),Ce.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return mn}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=ot._getDrawingBufferColorSpace(e),t.unpackColorSpace=ot._getUnpackColorSpace()}};var Wg={uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,float32:Float32Array,float16:Uint16Array},er=class{constructor(e,t){this.header=e,this.buffers=t.map(n=>ArrayBuffer.isView(n)?new Uint8Array(n.buffer,n.byteOffset,n.byteLength):new Uint8Array(n))}async array({buffer:e,type:t,deflated:n}){let s=this.buffers[e];return n&&(s=new Uint8Array(await new Response(new Blob([s]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer())),new Wg[t](s.slice().buffer)}blob({buffer:e,type:t}){return new Blob([this.buffers[e]],{type:t})}};async function zh(i,e){let[t,n,s,r]=await Promise.all(["position","normal","uv","index"].map(c=>i.array(e[c]))),a=Float32Array.from(t,(c,h)=>e.low[h%3]+c/65535*e.size[h%3]),o=new rn;return o.setAttribute("position",new Yt(a,3)),o.setAttribute("normal",new Yt(n,3,!0)),o.setAttribute("uv",new Yt(s,2,!0)),o.setIndex(new Yt(r,1)),o.computeBoundingSphere(),o}async function kh(i,e,t,n){let s=await createImageBitmap(i.blob(e),{colorSpaceConversion:"none",premultiplyAlpha:"none"}),r=new Ot(s);return Object.assign(r,{colorSpace:t?jt:En,flipY:!1,wrapS:qt,wrapT:qt,minFilter:_n,magFilter:St,generateMipmaps:!0,anisotropy:n}),r.needsUpdate=!0,r}async function Hh(i,{name:e,width:t,height:n,rgb:s}){return{name:e,width:t,height:n,rgb:Float32Array.from(await i.array(s),be.fromHalfFloat)}}var ls=i=>new X(...i);function Gh(i){let e=new DataView(i.buffer,i.byteOffset).getUint32(0,!0),t=JSON.parse(new TextDecoder().decode(i.subarray(4,4+e))),n=4+e;return new er(t,t.lengths.map(s=>i.subarray(n,n+=s)))}var xn=Uint8Array,cs=Uint16Array,Xg=Int32Array,Vh=new xn([0,0,0,0,0,0,0,0,1,1,1,1,2,2,2,2,3,3,3,3,4,4,4,4,5,5,5,5,0,0,0,0]),Wh=new xn([0,0,0,0,1,1,2,2,3,3,4,4,5,5,6,6,7,7,8,8,9,9,10,10,11,11,12,12,13,13,0,0]),qg=new xn([16,17,18,0,8,7,9,6,10,5,11,4,12,3,13,2,14,1,15]),Xh=function(i,e){for(var t=new cs(31),n=0;n<31;++n)t[n]=e+=1<<i[n-1];for(var s=new Xg(t[30]),n=1;n<30;++n)for(var r=t[n];r<t[n+1];++r)s[r]=r-t[n]<<5|n;return{b:t,r:s}},qh=Xh(Vh,2),Yh=qh.b,Yg=qh.r;Yh[28]=258,Yg[258]=28;var Zh=Xh(Wh,0),Zg=Zh.b,ey=Zh.r,kl=new cs(32768);for(gt=0;gt<32768;++gt)Zn=(gt&43690)>>1|(gt&21845)<<1,Zn=(Zn&52428)>>2|(Zn&13107)<<2,Zn=(Zn&61680)>>4|(Zn&3855)<<4,kl[gt]=((Zn&65280)>>8|(Zn&255)<<8)>>1;var Zn,gt,tr=(function(i,e,t){for(var n=i.length,s=0,r=new cs(e);s<n;++s)i[s]&&++r[i[s]-1];var a=new cs(e);for(s=1;s<e;++s)a[s]=a[s-1]+r[s-1]<<1;var o;if(t){o=new cs(1<<e);var c=15-e;for(s=0;s<n;++s)if(i[s])for(var h=s<<4|i[s],d=e-i[s],p=a[i[s]-1]++<<d,f=p|(1<<d)-1;p<=f;++p)o[kl[p]>>c]=h}else for(o=new cs(n),s=0;s<n;++s)i[s]&&(o[s]=kl[a[i[s]-1]++]>>15-i[s]);return o}),nr=new xn(288);for(gt=0;gt<144;++gt)nr[gt]=8;var gt;for(gt=144;gt<256;++gt)nr[gt]=9;var gt;for(gt=256;gt<280;++gt)nr[gt]=7;var gt;for(gt=280;gt<288;++gt)nr[gt]=8;var gt,$h=new xn(32);for(gt=0;gt<32;++gt)$h[gt]=5;var gt;var $g=tr(nr,9,1);var Jg=tr($h,5,1),Bl=function(i){for(var e=i[0],t=1;t<i.length;++t)i[t]>e&&(e=i[t]);return e},Tn=function(i,e,t){var n=e/8|0;return(i[n]|i[n+1]<<8)>>(e&7)&t},zl=function(i,e){var t=e/8|0;return(i[t]|i[t+1]<<8|i[t+2]<<16)>>(e&7)},Kg=function(i){return(i+7)/8|0},Qg=function(i,e,t){return(e==null||e<0)&&(e=0),(t==null||t>i.length)&&(t=i.length),new xn(i.subarray(e,t))};var jg=["unexpected EOF","invalid block type","invalid length/literal","invalid distance","stream finished","no stream handler",,"no callback","invalid UTF-8 data","extra field too long","date not in range 1980-2099","filename too long","stream finishing","invalid zip data"],An=function(i,e,t){var n=new Error(e||jg[i]);if(n.code=i,Error.captureStackTrace&&Error.captureStackTrace(n,An),!t)throw n;return n},e0=function(i,e,t,n){var s=i.length,r=n?n.length:0;if(!s||e.f&&!e.l)return t||new xn(0);var a=!t,o=a||e.i!=2,c=e.i;a&&(t=new xn(s*3));var h=function(Ve){var at=t.length;if(Ve>at){var ht=new xn(Math.max(at*2,Ve));ht.set(t),t=ht}},d=e.f||0,p=e.p||0,f=e.b||0,g=e.l,v=e.d,E=e.m,x=e.n,_=s*8;do{if(!g){d=Tn(i,p,1);var R=Tn(i,p+1,3);if(p+=3,R)if(R==1)g=$g,v=Jg,E=9,x=5;else if(R==2){var P=Tn(i,p,31)+257,y=Tn(i,p+10,15)+4,b=P+Tn(i,p+5,31)+1;p+=14;for(var H=new xn(b),F=new xn(19),O=0;O<y;++O)F[qg[O]]=Tn(i,p+O*3,7);p+=y*3;for(var Y=Bl(F),Q=(1<<Y)-1,L=tr(F,Y,1),O=0;O<b;){var J=L[Tn(i,p,Q)];p+=J&15;var D=J>>4;if(D<16)H[O++]=D;else{var Z=0,$=0;for(D==16?($=3+Tn(i,p,3),p+=2,Z=H[O-1]):D==17?($=3+Tn(i,p,7),p+=3):D==18&&($=11+Tn(i,p,127),p+=7);$--;)H[O++]=Z}}var me=H.subarray(0,P),K=H.subarray(P);E=Bl(me),x=Bl(K),g=tr(me,E,1),v=tr(K,x,1)}else An(1);else{var D=Kg(p)+4,I=i[D-4]|i[D-3]<<8,N=D+I;if(N>s){c&&An(0);break}o&&h(f+I),t.set(i.subarray(D,N),f),e.b=f+=I,e.p=p=N*8,e.f=d;continue}if(p>_){c&&An(0);break}}o&&h(f+131072);for(var le=(1<<E)-1,ue=(1<<x)-1,Ee=p;;Ee=p){var Z=g[zl(i,p)&le],Fe=Z>>4;if(p+=Z&15,p>_){c&&An(0);break}if(Z||An(2),Fe<256)t[f++]=Fe;else if(Fe==256){Ee=p,g=null;break}else{var se=Fe-254;if(Fe>264){var O=Fe-257,ye=Vh[O];se=Tn(i,p,(1<<ye)-1)+Yh[O],p+=ye}var Oe=v[zl(i,p)&ue],He=Oe>>4;Oe||An(3),p+=Oe&15;var K=Zg[He];if(He>3){var ye=Wh[He];K+=zl(i,p)&(1<<ye)-1,p+=ye}if(p>_){c&&An(0);break}o&&h(f+131072);var ge=f+se;if(f<K){var We=r-K,dt=Math.min(K,ge);for(We+f<0&&An(3);f<dt;++f)t[f]=n[We+f]}for(;f<ge;++f)t[f]=t[f-K]}}e.l=g,e.p=Ee,e.b=f,e.f=d,g&&(d=1,e.m=E,e.d=v,e.n=x)}while(!d);return f!=t.length&&a?Qg(t,0,f):t.subarray(0,f)};var t0=new xn(0);var n0=function(i,e){return((i[0]&15)!=8||i[0]>>4>7||(i[0]<<8|i[1])%31)&&An(6,"invalid zlib data"),(i[1]>>5&1)==+!e&&An(6,"invalid zlib data: "+(i[1]&32?"need":"unexpected")+" dictionary"),(i[1]>>3&4)+2};function hs(i,e){return e0(i.subarray(n0(i,e&&e.dictionary),-4),{i:2},e&&e.out,e&&e.dictionary)}var i0=typeof TextDecoder<"u"&&new TextDecoder,s0=0;try{i0.decode(t0,{stream:!0}),s0=1}catch{}var ho=class extends wi{constructor(e){super(e),this.type=wt,this.outputFormat=Ct,this.part=0}parse(e){let H=Math.pow(2.7182818,2.2),F=null,O=null;function Y(u,l){let m=0;for(let w=0;w<65536;++w)(w==0||u[w>>3]&1<<(w&7))&&(l[m++]=w);let M=m-1;for(;m<65536;)l[m++]=0;return M}function Q(u){for(let l=0;l<16384;l++)u[l]={},u[l].len=0,u[l].lit=0,u[l].p=null}let L={l:0,c:0,lc:0};function J(u,l,m,M,w){for(;m<u;)l=l<<8|Re(M,w),m+=8;m-=u,L.l=l>>m&(1<<u)-1,L.c=l,L.lc=m}let Z=new Array(59);function $(u){for(let m=0;m<=58;++m)Z[m]=0;for(let m=0;m<65537;++m)Z[u[m]]+=1;let l=0;for(let m=58;m>0;--m){let M=l+Z[m]>>1;Z[m]=l,l=M}for(let m=0;m<65537;++m){let M=u[m];M>0&&(u[m]=M|Z[M]++<<6)}}function me(u,l,m,M,w,C){let T=l,V=0,B=0;for(;M<=w;M++){if(T.value-l.value>m)return!1;J(6,V,B,u,T);let k=L.l;if(V=L.c,B=L.lc,C[M]=k,k==63){if(T.value-l.value>m)throw new Error("THREE.EXRLoader: Something wrong with hufUnpackEncTable");J(8,V,B,u,T);let q=L.l+6;if(V=L.c,B=L.lc,M+q>w+1)throw new Error("THREE.EXRLoader: Something wrong with hufUnpackEncTable");for(;q--;)C[M++]=0;M--}else if(k>=59){let q=k-59+2;if(M+q>w+1)throw new Error("THREE.EXRLoader: Something wrong with hufUnpackEncTable");for(;q--;)C[M++]=0;M--}}$(C)}function K(u){return u&63}function le(u){return u>>6}function ue(u,l,m,M){for(;l<=m;l++){let w=le(u[l]),C=K(u[l]);if(w>>C)throw new Error("THREE.EXRLoader: Invalid table entry");if(C>14){let T=M[w>>C-14];if(T.len)throw new Error("THREE.EXRLoader: Invalid table entry");if(T.lit++,T.p){let V=T.p;T.p=new Array(T.lit);for(let B=0;B<T.lit-1;++B)T.p[B]=V[B]}else T.p=new Array(1);T.p[T.lit-1]=l}else if(C){let T=0;for(let V=1<<14-C;V>0;V--){let B=M[(w<<14-C)+T];if(B.len||B.p)throw new Error("THREE.EXRLoader: Invalid table entry");B.len=C,B.lit=l,T++}}}return!0}let Ee={c:0,lc:0};function Fe(u,l,m,M){u=u<<8|Re(m,M),l+=8,Ee.c=u,Ee.lc=l}let se={c:0,lc:0};function ye(u,l,m,M,w,C,T,V,B){if(u==l){M<8&&(Fe(m,M,w,C),m=Ee.c,M=Ee.lc),M-=8;let k=m>>M;if(k=new Uint8Array([k])[0],V.value+k>B)return!1;let q=T[V.value-1];for(;k-- >0;)T[V.value++]=q}else if(V.value<B)T[V.value++]=u;else return!1;se.c=m,se.lc=M}function Oe(u){return u&65535}function He(u){let l=Oe(u);return l>32767?l-65536:l}let ge={a:0,b:0};function We(u,l){let m=He(u),w=He(l),C=m+(w&1)+(w>>1),T=C,V=C-w;ge.a=T,ge.b=V}function dt(u,l){let m=Oe(u),M=Oe(l),w=m-(M>>1)&65535,C=M+w-32768&65535;ge.a=C,ge.b=w}function Ve(u,l,m,M,w,C,T){let V=T<16384,B=m>w?w:m,k=1,q,oe;for(;k<=B;)k<<=1;for(k>>=1,q=k,k>>=1;k>=1;){oe=0;let ee=oe+C*(w-q),te=C*k,de=C*q,_e=M*k,ve=M*q,Pe,qe,fe,$e;for(;oe<=ee;oe+=de){let we=oe,De=oe+M*(m-q);for(;we<=De;we+=ve){let Ue=we+_e,ft=we+te,nt=ft+_e;V?(We(u[we+l],u[ft+l]),Pe=ge.a,fe=ge.b,We(u[Ue+l],u[nt+l]),qe=ge.a,$e=ge.b,We(Pe,qe),u[we+l]=ge.a,u[Ue+l]=ge.b,We(fe,$e),u[ft+l]=ge.a,u[nt+l]=ge.b):(dt(u[we+l],u[ft+l]),Pe=ge.a,fe=ge.b,dt(u[Ue+l],u[nt+l]),qe=ge.a,$e=ge.b,dt(Pe,qe),u[we+l]=ge.a,u[Ue+l]=ge.b,dt(fe,$e),u[ft+l]=ge.a,u[nt+l]=ge.b)}if(m&k){let Ue=we+te;V?We(u[we+l],u[Ue+l]):dt(u[we+l],u[Ue+l]),Pe=ge.a,u[Ue+l]=ge.b,u[we+l]=Pe}}if(w&k){let we=oe,De=oe+M*(m-q);for(;we<=De;we+=ve){let Ue=we+_e;V?We(u[we+l],u[Ue+l]):dt(u[we+l],u[Ue+l]),Pe=ge.a,u[Ue+l]=ge.b,u[we+l]=Pe}}q=k,k>>=1}return oe}function at(u,l,m,M,w,C,T,V,B){let k=0,q=0,oe=T,ee=Math.trunc(M.value+(w+7)/8);for(;M.value<ee;)for(Fe(k,q,m,M),k=Ee.c,q=Ee.lc;q>=14;){let de=k>>q-14&16383,_e=l[de];if(_e.len)q-=_e.len,ye(_e.lit,C,k,q,m,M,V,B,oe),k=se.c,q=se.lc;else{if(!_e.p)throw new Error("THREE.EXRLoader: hufDecode issues");let ve;for(ve=0;ve<_e.lit;ve++){let Pe=K(u[_e.p[ve]]);for(;q<Pe&&M.value<ee;)Fe(k,q,m,M),k=Ee.c,q=Ee.lc;if(q>=Pe&&le(u[_e.p[ve]])==(k>>q-Pe&(1<<Pe)-1)){q-=Pe,ye(_e.p[ve],C,k,q,m,M,V,B,oe),k=se.c,q=se.lc;break}}if(ve==_e.lit)throw new Error("THREE.EXRLoader: hufDecode issues")}}let te=8-w&7;for(k>>=te,q-=te;q>0;){let de=l[k<<14-q&16383];if(de.len)q-=de.len,ye(de.lit,C,k,q,m,M,V,B,oe),k=se.c,q=se.lc;else throw new Error("THREE.EXRLoader: hufDecode issues")}return!0}function ht(u,l,m,M,w,C){let T={value:0},V=m.value,B=ae(l,m),k=ae(l,m);m.value+=4;let q=ae(l,m);if(m.value+=4,B<0||B>=65537||k<0||k>=65537)throw new Error("THREE.EXRLoader: Something wrong with HUF_ENCSIZE");let oe=new Array(65537),ee=new Array(16384);Q(ee);let te=M-(m.value-V);if(me(u,m,te,B,k,oe),q>8*(M-(m.value-V)))throw new Error("THREE.EXRLoader: Something wrong with hufUncompress");ue(oe,B,k,ee),at(oe,ee,u,m,q,k,C,w,T)}function it(u,l,m){for(let M=0;M<m;++M)l[M]=u[l[M]]}function Et(u){for(let l=1;l<u.length;l++){let m=u[l-1]+u[l]-128;u[l]=m}}function Mt(u,l){let m=0,M=Math.floor((u.length+1)/2),w=0,C=u.length-1;for(;!(w>C||(l[w++]=u[m++],w>C));)l[w++]=u[M++]}function It(u){let l=u.byteLength,m=new Array,M=0,w=new DataView(u);for(;l>0;){let C=w.getInt8(M++);if(C<0){let T=-C;l-=T+1;for(let V=0;V<T;V++)m.push(w.getUint8(M++))}else{let T=C;l-=2;let V=w.getUint8(M++);for(let B=0;B<T+1;B++)m.push(V)}}return m}function vt(u,l,m,M,w,C){let T=new DataView(C.buffer),V=m[u.idx[0]].width,B=m[u.idx[0]].height,k=3,q=Math.floor(V/8),oe=Math.ceil(V/8),ee=Math.ceil(B/8),te=V-(oe-1)*8,de=B-(ee-1)*8,_e={value:0},ve=new Array(k),Pe=new Array(k),qe=new Array(k),fe=new Array(k),$e=new Array(k);for(let De=0;De<k;++De)$e[De]=l[u.idx[De]],ve[De]=De<1?0:ve[De-1]+oe*ee,Pe[De]=new Float32Array(64),qe[De]=new Uint16Array(64),fe[De]=new Uint16Array(oe*64);for(let De=0;De<ee;++De){let Ue=8;De==ee-1&&(Ue=de);let ft=8;for(let Ze=0;Ze<oe;++Ze){Ze==oe-1&&(ft=te);for(let ze=0;ze<k;++ze)qe[ze].fill(0),qe[ze][0]=w[ve[ze]++],_t(_e,M,qe[ze]),Pt(qe[ze],Pe[ze]),Ut(Pe[ze]);k==3&&Xt(Pe);for(let ze=0;ze<k;++ze)he(Pe[ze],fe[ze],Ze*64)}let nt=0;for(let Ze=0;Ze<k;++Ze){let ze=m[u.idx[Ze]].type;for(let rt=8*De;rt<8*De+Ue;++rt){nt=$e[Ze][rt];for(let Tt=0;Tt<q;++Tt){let Je=Tt*64+(rt&7)*8;T.setUint16(nt+0*ze,fe[Ze][Je+0],!0),T.setUint16(nt+2*ze,fe[Ze][Je+1],!0),T.setUint16(nt+4*ze,fe[Ze][Je+2],!0),T.setUint16(nt+6*ze,fe[Ze][Je+3],!0),T.setUint16(nt+8*ze,fe[Ze][Je+4],!0),T.setUint16(nt+10*ze,fe[Ze][Je+5],!0),T.setUint16(nt+12*ze,fe[Ze][Je+6],!0),T.setUint16(nt+14*ze,fe[Ze][Je+7],!0),nt+=16*ze}}if(q!=oe)for(let rt=8*De;rt<8*De+Ue;++rt){let Tt=$e[Ze][rt]+8*q*2*ze,Je=q*64+(rt&7)*8;for(let yt=0;yt<ft;++yt)T.setUint16(Tt+yt*2*ze,fe[Ze][Je+yt],!0)}}}let we=new Uint16Array(V);T=new DataView(C.buffer);for(let De=0;De<k;++De){m[u.idx[De]].decoded=!0;let Ue=m[u.idx[De]].type;if(m[De].type==2)for(let ft=0;ft<B;++ft){let nt=$e[De][ft];for(let Ze=0;Ze<V;++Ze)we[Ze]=T.getUint16(nt+Ze*2*Ue,!0);for(let Ze=0;Ze<V;++Ze)T.setFloat32(nt+Ze*2*Ue,be.fromHalfFloat(we[Ze]),!0)}}}function kt(u,l,m,M,w,C){let T=new DataView(C.buffer),V=m[u],B=V.width,k=V.height,q=Math.ceil(B/8),oe=Math.ceil(k/8),ee=Math.floor(B/8),te=B-(q-1)*8,de=k-(oe-1)*8,_e={value:0},ve=0,Pe=new Float32Array(64),qe=new Uint16Array(64),fe=new Uint16Array(q*64);for(let $e=0;$e<oe;++$e){let we=8;$e==oe-1&&(we=de);for(let De=0;De<q;++De)qe.fill(0),qe[0]=w[ve++],_t(_e,M,qe),Pt(qe,Pe),Ut(Pe),he(Pe,fe,De*64);for(let De=8*$e;De<8*$e+we;++De){let Ue=l[u][De];for(let ft=0;ft<ee;++ft){let nt=ft*64+(De&7)*8;for(let Ze=0;Ze<8;++Ze)T.setUint16(Ue+Ze*2*V.type,fe[nt+Ze],!0);Ue+=16*V.type}if(q!=ee){let ft=ee*64+(De&7)*8;for(let nt=0;nt<te;++nt)T.setUint16(Ue+nt*2*V.type,fe[ft+nt],!0)}}}V.decoded=!0}function _t(u,l,m){let M,w=1;for(;w<64;)M=l[u.value],M==65280?w=64:M>>8==255?w+=M&255:(m[w]=M,w++),u.value++}function Pt(u,l){l[0]=be.fromHalfFloat(u[0]),l[1]=be.fromHalfFloat(u[1]),l[2]=be.fromHalfFloat(u[5]),l[3]=be.fromHalfFloat(u[6]),l[4]=be.fromHalfFloat(u[14]),l[5]=be.fromHalfFloat(u[15]),l[6]=be.fromHalfFloat(u[27]),l[7]=be.fromHalfFloat(u[28]),l[8]=be.fromHalfFloat(u[2]),l[9]=be.fromHalfFloat(u[4]),l[10]=be.fromHalfFloat(u[7]),l[11]=be.fromHalfFloat(u[13]),l[12]=be.fromHalfFloat(u[16]),l[13]=be.fromHalfFloat(u[26]),l[14]=be.fromHalfFloat(u[29]),l[15]=be.fromHalfFloat(u[42]),l[16]=be.fromHalfFloat(u[3]),l[17]=be.fromHalfFloat(u[8]),l[18]=be.fromHalfFloat(u[12]),l[19]=be.fromHalfFloat(u[17]),l[20]=be.fromHalfFloat(u[25]),l[21]=be.fromHalfFloat(u[30]),l[22]=be.fromHalfFloat(u[41]),l[23]=be.fromHalfFloat(u[43]),l[24]=be.fromHalfFloat(u[9]),l[25]=be.fromHalfFloat(u[11]),l[26]=be.fromHalfFloat(u[18]),l[27]=be.fromHalfFloat(u[24]),l[28]=be.fromHalfFloat(u[31]),l[29]=be.fromHalfFloat(u[40]),l[30]=be.fromHalfFloat(u[44]),l[31]=be.fromHalfFloat(u[53]),l[32]=be.fromHalfFloat(u[10]),l[33]=be.fromHalfFloat(u[19]),l[34]=be.fromHalfFloat(u[23]),l[35]=be.fromHalfFloat(u[32]),l[36]=be.fromHalfFloat(u[39]),l[37]=be.fromHalfFloat(u[45]),l[38]=be.fromHalfFloat(u[52]),l[39]=be.fromHalfFloat(u[54]),l[40]=be.fromHalfFloat(u[20]),l[41]=be.fromHalfFloat(u[22]),l[42]=be.fromHalfFloat(u[33]),l[43]=be.fromHalfFloat(u[38]),l[44]=be.fromHalfFloat(u[46]),l[45]=be.fromHalfFloat(u[51]),l[46]=be.fromHalfFloat(u[55]),l[47]=be.fromHalfFloat(u[60]),l[48]=be.fromHalfFloat(u[21]),l[49]=be.fromHalfFloat(u[34]),l[50]=be.fromHalfFloat(u[37]),l[51]=be.fromHalfFloat(u[47]),l[52]=be.fromHalfFloat(u[50]),l[53]=be.fromHalfFloat(u[56]),l[54]=be.fromHalfFloat(u[59]),l[55]=be.fromHalfFloat(u[61]),l[56]=be.fromHalfFloat(u[35]),l[57]=be.fromHalfFloat(u[36]),l[58]=be.fromHalfFloat(u[48]),l[59]=be.fromHalfFloat(u[49]),l[60]=be.fromHalfFloat(u[57]),l[61]=be.fromHalfFloat(u[58]),l[62]=be.fromHalfFloat(u[62]),l[63]=be.fromHalfFloat(u[63])}function Ut(u){let l=.5*Math.cos(.7853975),m=.5*Math.cos(3.14159/16),M=.5*Math.cos(3.14159/8),w=.5*Math.cos(3*3.14159/16),C=.5*Math.cos(5*3.14159/16),T=.5*Math.cos(3*3.14159/8),V=.5*Math.cos(7*3.14159/16),B=new Array(4),k=new Array(4),q=new Array(4),oe=new Array(4);for(let ee=0;ee<8;++ee){let te=ee*8;B[0]=M*u[te+2],B[1]=T*u[te+2],B[2]=M*u[te+6],B[3]=T*u[te+6],k[0]=m*u[te+1]+w*u[te+3]+C*u[te+5]+V*u[te+7],k[1]=w*u[te+1]-V*u[te+3]-m*u[te+5]-C*u[te+7],k[2]=C*u[te+1]-m*u[te+3]+V*u[te+5]+w*u[te+7],k[3]=V*u[te+1]-C*u[te+3]+w*u[te+5]-m*u[te+7],q[0]=l*(u[te+0]+u[te+4]),q[3]=l*(u[te+0]-u[te+4]),q[1]=B[0]+B[3],q[2]=B[1]-B[2],oe[0]=q[0]+q[1],oe[1]=q[3]+q[2],oe[2]=q[3]-q[2],oe[3]=q[0]-q[1],u[te+0]=oe[0]+k[0],u[te+1]=oe[1]+k[1],u[te+2]=oe[2]+k[2],u[te+3]=oe[3]+k[3],u[te+4]=oe[3]-k[3],u[te+5]=oe[2]-k[2],u[te+6]=oe[1]-k[1],u[te+7]=oe[0]-k[0]}for(let ee=0;ee<8;++ee)B[0]=M*u[16+ee],B[1]=T*u[16+ee],B[2]=M*u[48+ee],B[3]=T*u[48+ee],k[0]=m*u[8+ee]+w*u[24+ee]+C*u[40+ee]+V*u[56+ee],k[1]=w*u[8+ee]-V*u[24+ee]-m*u[40+ee]-C*u[56+ee],k[2]=C*u[8+ee]-m*u[24+ee]+V*u[40+ee]+w*u[56+ee],k[3]=V*u[8+ee]-C*u[24+ee]+w*u[40+ee]-m*u[56+ee],q[0]=l*(u[ee]+u[32+ee]),q[3]=l*(u[ee]-u[32+ee]),q[1]=B[0]+B[3],q[2]=B[1]-B[2],oe[0]=q[0]+q[1],oe[1]=q[3]+q[2],oe[2]=q[3]-q[2],oe[3]=q[0]-q[1],u[0+ee]=oe[0]+k[0],u[8+ee]=oe[1]+k[1],u[16+ee]=oe[2]+k[2],u[24+ee]=oe[3]+k[3],u[32+ee]=oe[3]-k[3],u[40+ee]=oe[2]-k[2],u[48+ee]=oe[1]-k[1],u[56+ee]=oe[0]-k[0]}function Xt(u){for(let l=0;l<64;++l){let m=u[0][l],M=u[1][l],w=u[2][l];u[0][l]=m+1.5747*w,u[1][l]=m-.1873*M-.4682*w,u[2][l]=m+1.8556*M}}let z=new Float32Array(1),Ht=new Uint32Array(z.buffer);function G(u){z[0]=u;let l=Ht[0],m=l>>>16&32768,M=l&2147483647;if(M>=1199570944)return m|(M>2139095040?32256:31744);if(M<947912704)return z[0]=Math.abs(u)+.5,m|Ht[0]-1056964608;let w=M+4095+(M>>>13&1);return m|w-939524096>>>13}function he(u,l,m){if(O===null){O=new Uint16Array(65536);for(let M=1;M<65536;++M){if((M&31744)===31744)continue;let w=be.fromHalfFloat(M),C=Math.abs(w),T=C<=1?Math.pow(C,2.2):Math.pow(H,C-1);O[M]=G(w<0?-T:T)}}for(let M=0;M<64;++M)l[m+M]=O[G(u[M])]}function ne(u){return new DataView(u.array.buffer,u.offset.value,u.size)}function ke(u){let l=u.viewer.buffer.slice(u.offset.value,u.offset.value+u.size),m=new Uint8Array(It(l)),M=new Uint8Array(m.length);return Et(m),Mt(m,M),new DataView(M.buffer)}function xe(u){let l=u.array.slice(u.offset.value,u.offset.value+u.size),m=hs(l),M=new Uint8Array(m.length);return Et(m),Mt(m,M),new DataView(M.buffer)}function Te(u){let l=u.viewer,m={value:u.offset.value},M=new Uint16Array(u.columns*u.lines*(u.inputChannels.length*u.type)),w=new Uint8Array(8192),C=0,T=new Array(u.inputChannels.length);for(let de=0,_e=u.inputChannels.length;de<_e;de++)T[de]={},T[de].start=C,T[de].end=T[de].start,T[de].nx=u.columns,T[de].ny=u.lines,T[de].size=u.type,C+=T[de].nx*T[de].ny*T[de].size;let V=Se(l,m),B=Se(l,m);if(B>=8192)throw new Error("THREE.EXRLoader: Something is wrong with PIZ_COMPRESSION BITMAP_SIZE");if(V<=B)for(let de=0;de<B-V+1;de++)w[de+V]=U(l,m);let k=new Uint16Array(65536),q=Y(w,k),oe=ae(l,m);ht(u.array,l,m,oe,M,C);for(let de=0;de<u.inputChannels.length;++de){let _e=T[de];for(let ve=0;ve<T[de].size;++ve)Ve(M,_e.start+ve,_e.nx,_e.size,_e.ny,_e.nx*_e.size,q)}it(k,M,C);let ee=0,te=new Uint8Array(M.buffer.byteLength);for(let de=0;de<u.lines;de++)for(let _e=0;_e<u.inputChannels.length;_e++){let ve=T[_e],Pe=ve.nx*ve.size,qe=new Uint8Array(M.buffer,ve.end*2,Pe*2);te.set(qe,ee),ee+=Pe*2,ve.end+=Pe}return new DataView(te.buffer)}function A(u){let l=u.array.slice(u.offset.value,u.offset.value+u.size),m=hs(l),M=u.inputChannels.length*u.lines*u.columns*u.totalBytes,w=new ArrayBuffer(M),C=new DataView(w),T=0,V=0,B=new Array(4);for(let k=0;k<u.lines;k++)for(let q=0;q<u.inputChannels.length;q++){let oe=0;switch(u.inputChannels[q].pixelType){case 1:B[0]=T,B[1]=B[0]+u.columns,T=B[1]+u.columns;for(let te=0;te<u.columns;++te){let de=m[B[0]++]<<8|m[B[1]++];oe+=de,C.setUint16(V,oe,!0),V+=2}break;case 2:B[0]=T,B[1]=B[0]+u.columns,B[2]=B[1]+u.columns,T=B[2]+u.columns;for(let te=0;te<u.columns;++te){let de=m[B[0]++]<<24|m[B[1]++]<<16|m[B[2]++]<<8;oe+=de,C.setUint32(V,oe,!0),V+=4}break}}return C}function S(u){let l=u.array,m=u.offset.value,M=u.columns,w=u.lines,C=u.inputChannels,T=u.totalBytes,V=Gt.compression==="B44A_COMPRESSION",B=new Uint8Array(w*M*T),k=new Uint16Array(16),q=0;for(let oe=0;oe<C.length;oe++){let ee=C[oe],te=ee.pixelType*2,de=Math.ceil(M/ee.xSampling),_e=Math.ceil(w/ee.ySampling),ve=ee.xSampling===1&&ee.ySampling===1;if(ee.pixelType!==1){for(let fe=0;fe<_e;fe++)if(ve){let $e=fe*M*T+q*M;for(let we=0;we<de*te;we++)B[$e+we]=l[m++]}else m+=de*te;q+=te;continue}let Pe=Math.ceil(de/4),qe=Math.ceil(_e/4);for(let fe=0;fe<qe;fe++)for(let $e=0;$e<Pe;$e++){if(V&&l[m+2]>=52){let we=l[m]<<8|l[m+1],De=we&32768?we&32767:~we&65535;k.fill(De),m+=3}else{let we=l[m]<<8|l[m+1],De=l[m+2]>>2,Ue=32<<De,ft=we+((l[m+2]<<4|l[m+3]>>4)&63)*(1<<De)-Ue&65535,nt=ft+((l[m+3]<<2|l[m+4]>>6)&63)*(1<<De)-Ue&65535,Ze=nt+(l[m+4]&63)*(1<<De)-Ue&65535,ze=we+(l[m+5]>>2&63)*(1<<De)-Ue&65535,rt=ft+((l[m+5]<<4|l[m+6]>>4)&63)*(1<<De)-Ue&65535,Tt=nt+((l[m+6]<<2|l[m+7]>>6)&63)*(1<<De)-Ue&65535,Je=Ze+(l[m+7]&63)*(1<<De)-Ue&65535,yt=ze+(l[m+8]>>2&63)*(1<<De)-Ue&65535,Zt=rt+((l[m+8]<<4|l[m+9]>>4)&63)*(1<<De)-Ue&65535,$n=Tt+((l[m+9]<<2|l[m+10]>>6)&63)*(1<<De)-Ue&65535,In=Je+(l[m+10]&63)*(1<<De)-Ue&65535,mi=yt+(l[m+11]>>2&63)*(1<<De)-Ue&65535,dr=Zt+((l[m+11]<<4|l[m+12]>>4)&63)*(1<<De)-Ue&65535,pr=$n+((l[m+12]<<2|l[m+13]>>6)&63)*(1<<De)-Ue&65535,mr=In+(l[m+13]&63)*(1<<De)-Ue&65535,xs=[we,ze,yt,mi,ft,rt,Zt,dr,nt,Tt,$n,pr,Ze,Je,In,mr];for(let Ii=0;Ii<16;Ii++)k[Ii]=xs[Ii]&32768?xs[Ii]&32767:~xs[Ii]&65535;m+=14}if(ee.pLinear){if(F===null){F=new Uint16Array(65536);for(let we=0;we<65536;we++)if((we&31744)===31744||we>32768)F[we]=0;else{let De=be.fromHalfFloat(we);F[we]=De<=0?0:be.toHalfFloat(8*Math.log(De))}}for(let we=0;we<16;we++)k[we]=F[k[we]]}for(let we=0;we<4;we++){let De=fe*4+we;if(!(De>=_e))for(let Ue=0;Ue<4;Ue++){let ft=$e*4+Ue;if(ft>=de)continue;let nt=k[we*4+Ue];for(let Ze=0;Ze<ee.ySampling;Ze++){let ze=De*ee.ySampling+Ze;if(!(ze>=w))for(let rt=0;rt<ee.xSampling;rt++){let Tt=ft*ee.xSampling+rt;if(Tt>=M)continue;let Je=ze*M*T+q*M+Tt*2;B[Je]=nt&255,B[Je+1]=nt>>8&255}}}}}q+=2}return new DataView(B.buffer)}function W(u){let l=u.viewer,m={value:u.offset.value},M=new Uint8Array(u.columns*u.lines*(u.inputChannels.length*u.type*2)),w={version:re(l,m),unknownUncompressedSize:re(l,m),unknownCompressedSize:re(l,m),acCompressedSize:re(l,m),dcCompressedSize:re(l,m),rleCompressedSize:re(l,m),rleUncompressedSize:re(l,m),rleRawSize:re(l,m),totalAcUncompressedCount:re(l,m),totalDcUncompressedCount:re(l,m),acCompression:re(l,m)};if(w.version<2)throw new Error("THREE.EXRLoader: "+Gt.compression+" version "+w.version+" is unsupported");let C=new Array,T=Se(l,m)-2;for(;T>0;){let _e=pe(l.buffer,m),ve=U(l,m),Pe=ve>>2&3,qe=(ve>>4)-1,fe=new Int8Array([qe])[0],$e=U(l,m);C.push({name:_e,index:fe,type:$e,compression:Pe}),T-=_e.length+3}let V=Gt.channels,B=new Array(u.inputChannels.length);for(let _e=0;_e<u.inputChannels.length;++_e){let ve=B[_e]={},Pe=V[_e];ve.name=Pe.name,ve.compression=0,ve.decoded=!1,ve.type=Pe.pixelType,ve.pLinear=Pe.pLinear,ve.width=u.columns,ve.height=u.lines}let k={idx:new Array(3)};for(let _e=0;_e<u.inputChannels.length;++_e){let ve=B[_e],Pe=ve.name.lastIndexOf("."),qe=Pe>=0?ve.name.substring(Pe+1):ve.name;for(let fe=0;fe<C.length;++fe){let $e=C[fe];qe===$e.name&&ve.type===$e.type&&(ve.compression=$e.compression,$e.index>=0&&(k.idx[$e.index]=_e),ve.offset=_e)}}let q,oe,ee;if(w.acCompressedSize>0)switch(w.acCompression){case 0:q=new Uint16Array(w.totalAcUncompressedCount),ht(u.array,l,m,w.acCompressedSize,q,w.totalAcUncompressedCount);break;case 1:let _e=u.array.slice(m.value,m.value+w.totalAcUncompressedCount),ve=hs(_e);q=new Uint16Array(ve.buffer),m.value+=w.totalAcUncompressedCount;break}if(w.dcCompressedSize>0){let _e={array:u.array,offset:m,size:w.dcCompressedSize};oe=new Uint16Array(xe(_e).buffer),m.value+=w.dcCompressedSize}if(w.rleRawSize>0){let _e=u.array.slice(m.value,m.value+w.rleCompressedSize),ve=hs(_e);ee=It(ve.buffer),m.value+=w.rleCompressedSize}let te=0,de=new Array(B.length);for(let _e=0;_e<de.length;++_e)de[_e]=new Array;for(let _e=0;_e<u.lines;++_e)for(let ve=0;ve<B.length;++ve)de[ve].push(te),te+=B[ve].width*u.type*2;k.idx[0]!==void 0&&B[k.idx[0]]&&vt(k,de,B,q,oe,M);for(let _e=0;_e<B.length;++_e){let ve=B[_e];if(!ve.decoded)switch(ve.compression){case 2:let Pe=0,qe=0;for(let fe=0;fe<u.lines;++fe){let $e=de[_e][Pe];for(let we=0;we<ve.width;++we){for(let De=0;De<2*ve.type;++De)M[$e++]=ee[qe+De*ve.width*ve.height];qe++}Pe++}break;case 1:kt(_e,de,B,q,oe,M);break;default:throw new Error("THREE.EXRLoader: unsupported channel compression")}}return new DataView(M.buffer)}function pe(u,l){let m=new Uint8Array(u),M=0;for(;m[l.value+M]!=0;)M+=1;let w=new TextDecoder().decode(m.slice(l.value,l.value+M));return l.value=l.value+M+1,w}function ce(u,l,m){let M=new TextDecoder().decode(new Uint8Array(u).slice(l.value,l.value+m));return l.value=l.value+m,M}function Ae(u,l){let m=ie(u,l),M=ae(u,l);return[m,M]}function Le(u,l){let m=ae(u,l),M=ae(u,l);return[m,M]}function ie(u,l){let m=u.getInt32(l.value,!0);return l.value=l.value+4,m}function ae(u,l){let m=u.getUint32(l.value,!0);return l.value=l.value+4,m}function Re(u,l){let m=u[l.value];return l.value=l.value+1,m}function U(u,l){let m=u.getUint8(l.value);return l.value=l.value+1,m}let re=function(u,l){let m=Number(u.getBigInt64(l.value,!0));return l.value+=8,m};function j(u,l){let m=u.getFloat32(l.value,!0);return l.value+=4,m}function Ie(u,l){return be.toHalfFloat(j(u,l))}function Se(u,l){let m=u.getUint16(l.value,!0);return l.value+=2,m}function Ce(u,l){return be.fromHalfFloat(Se(u,l))}function Ge(u,l,m,M){let w=m.value,C=[];for(;m.value<w+M-1;){let T=pe(l,m),V=ie(u,m),B=U(u,m);m.value+=3;let k=ie(u,m),q=ie(u,m);C.push({name:T,pixelType:V,pLinear:B,xSampling:k,ySampling:q})}return m.value+=1,C}function tt(u,l){let m=j(u,l),M=j(u,l),w=j(u,l),C=j(u,l),T=j(u,l),V=j(u,l),B=j(u,l),k=j(u,l);return{redX:m,redY:M,greenX:w,greenY:C,blueX:T,blueY:V,whiteX:B,whiteY:k}}function Me(u,l){let m=["NO_COMPRESSION","RLE_COMPRESSION","ZIPS_COMPRESSION","ZIP_COMPRESSION","PIZ_COMPRESSION","PXR24_COMPRESSION","B44_COMPRESSION","B44A_COMPRESSION","DWAA_COMPRESSION","DWAB_COMPRESSION"],M=U(u,l);return m[M]}function Xe(u,l){let m=ie(u,l),M=ie(u,l),w=ie(u,l),C=ie(u,l);return{xMin:m,yMin:M,xMax:w,yMax:C}}function et(u,l){let m=["INCREASING_Y","DECREASING_Y","RANDOM_Y"],M=U(u,l);return m[M]}function Ne(u,l){let m=["ENVMAP_LATLONG","ENVMAP_CUBE"],M=U(u,l);return m[M]}function mt(u,l){let m=["ONE_LEVEL","MIPMAP_LEVELS","RIPMAP_LEVELS"],M=["ROUND_DOWN","ROUND_UP"],w=ae(u,l),C=ae(u,l),T=U(u,l);return{xSize:w,ySize:C,levelMode:m[T&15],roundingMode:M[T>>4]}}function Lt(u,l){let m=j(u,l),M=j(u,l);return[m,M]}function Rn(u,l){let m=j(u,l),M=j(u,l),w=j(u,l);return[m,M,w]}function ar(u,l,m,M,w){if(M==="string"||M==="stringvector"||M==="iccProfile")return ce(l,m,w);if(M==="chlist")return Ge(u,l,m,w);if(M==="chromaticities")return tt(u,m);if(M==="compression")return Me(u,m);if(M==="box2i")return Xe(u,m);if(M==="envmap")return Ne(u,m);if(M==="tiledesc")return mt(u,m);if(M==="lineOrder")return et(u,m);if(M==="float")return j(u,m);if(M==="v2f")return Lt(u,m);if(M==="v3f")return Rn(u,m);if(M==="int")return ie(u,m);if(M==="rational")return Ae(u,m);if(M==="timecode")return Le(u,m);if(M==="preview"||M==="deepImageState"||M==="idmanifest")return m.value+=w,"skipped";m.value+=w}function ps(u,l){let m=Math.log2(u);return l=="ROUND_DOWN"?Math.floor(m):Math.ceil(m)}function vo(u,l,m){let M=0;switch(u.levelMode){case"ONE_LEVEL":M=1;break;case"MIPMAP_LEVELS":M=ps(Math.max(l,m),u.roundingMode)+1;break;case"RIPMAP_LEVELS":throw new Error("THREE.EXRLoader: RIPMAP_LEVELS tiles currently unsupported.")}return M}function ms(u,l,m,M){let w=new Array(u);for(let C=0;C<u;C++){let T=1<<C,V=l/T|0;M=="ROUND_UP"&&V*T<l&&(V+=1);let B=Math.max(V,1);w[C]=(B+m-1)/m|0}return w}function or(){let u=this,l=u.offset,m={value:0};for(let M=0;M<u.tileCount;M++){let w=ie(u.viewer,l),C=ie(u.viewer,l);l.value+=8,u.size=ae(u.viewer,l);let T=w*u.blockWidth,V=C*u.blockHeight;u.columns=T+u.blockWidth>u.width?u.width-T:u.blockWidth,u.lines=V+u.blockHeight>u.height?u.height-V:u.blockHeight;let B=u.columns*u.totalBytes,q=u.size<u.lines*B?u.uncompress(u):ne(u);l.value+=u.size;for(let oe=0;oe<u.lines;oe++){let ee=oe*u.columns*u.totalBytes;for(let te=0;te<u.inputChannels.length;te++){let de=Gt.channels[te].name,_e=u.channelByteOffsets[de]*u.columns,ve=u.decodeChannels[de];if(ve===void 0)continue;m.value=ee+_e;let Pe=(u.height-(1+V+oe))*u.outLineWidth;for(let qe=0;qe<u.columns;qe++){let fe=Pe+(qe+T)*u.outputChannels+ve;u.byteArray[fe]=u.getter(q,m)}}}}}function On(){let u=this,l=u.offset,m={value:0};for(let M=0;M<u.height/u.blockHeight;M++){let w=ie(u.viewer,l)-Gt.dataWindow.yMin;u.size=ae(u.viewer,l),u.lines=w+u.blockHeight>u.height?u.height-w:u.blockHeight;let C=u.columns*u.totalBytes,V=u.size<u.lines*C?u.uncompress(u):ne(u);l.value+=u.size;for(let B=0;B<u.lines;B++){let k=w+B,q=B*C,oe=(u.height-1-k)*u.outLineWidth;for(let ee=0;ee<u.inputChannels.length;ee++){let te=Gt.channels[ee].name,de=u.channelByteOffsets[te]*u.columns,_e=u.decodeChannels[te];if(_e!==void 0){m.value=q+de;for(let ve=0;ve<u.columns;ve++){let Pe=oe+ve*u.outputChannels+_e;u.byteArray[Pe]=u.getter(V,m)}}}}}}function gs(){let u=this,l=u.chunkOffsets,m={value:0};for(let M=0;M<l.length;M++){let w={value:l[M]};w.value+=4;let C=ie(u.viewer,w)-Gt.dataWindow.yMin;u.size=ae(u.viewer,w),u.lines=C+u.blockHeight>u.height?u.height-C:u.blockHeight;let T=u.columns*u.totalBytes,V=u.size<u.lines*T,B=u.offset;u.offset=w;let k=V?u.uncompress(u):ne(u);u.offset=B;for(let q=0;q<u.lines;q++){let oe=C+q,ee=q*T,te=(u.height-1-oe)*u.outLineWidth;for(let de=0;de<u.inputChannels.length;de++){let _e=Gt.channels[de].name,ve=u.channelByteOffsets[_e]*u.columns,Pe=u.decodeChannels[_e];if(Pe!==void 0){m.value=ee+ve;for(let qe=0;qe<u.columns;qe++){let fe=te+qe*u.outputChannels+Pe;u.byteArray[fe]=u.getter(k,m)}}}}}}function _s(u,l,m,M){if(m===0)return null;let w=u.slice(l,l+m);switch(M){case"NO_COMPRESSION":return new DataView(w.buffer,w.byteOffset,w.byteLength);case"RLE_COMPRESSION":{let C=new Uint8Array(It(w.buffer.slice(w.byteOffset,w.byteOffset+w.byteLength))),T=new Uint8Array(C.length);return Et(C),Mt(C,T),new DataView(T.buffer)}case"ZIPS_COMPRESSION":{let C=hs(w),T=new Uint8Array(C.length);return Et(C),Mt(C,T),new DataView(T.buffer)}default:throw new Error("THREE.EXRLoader: "+M+" is unsupported for deep data")}}function lr(){let u=this,l=u.chunkOffsets,m=u.width,M=u.height,w=u.deepChannels,C=Gt.compression,T=u.multiPart,V=u.decodeChannels,B=u.outputChannels,k=u.byteArray instanceof Uint16Array,q=-1;for(let oe=0;oe<w.length;oe++)if(w[oe].name==="A"){q=oe;break}for(let oe=0;oe<l.length;oe++){let ee={value:l[oe]};T&&(ee.value+=4);let te=ie(u.viewer,ee)-Gt.dataWindow.yMin,de=re(u.viewer,ee),_e=re(u.viewer,ee);re(u.viewer,ee);let ve=_s(u.array,ee.value,de,C);if(ee.value+=de,ve===null)continue;let Pe=new Uint32Array(m);for(let Ue=0;Ue<m;Ue++)Pe[Ue]=ve.getUint32(Ue*4,!0);let qe=Pe[m-1];if(qe===0){ee.value+=_e;continue}let fe=_s(u.array,ee.value,_e,C),$e=[],we=0;for(let Ue=0;Ue<w.length;Ue++)$e.push(we),we+=qe*w[Ue].bytesPerSample;let De=(M-1-te)*u.outLineWidth;for(let Ue=0;Ue<m;Ue++){let ft=Ue===0?0:Pe[Ue-1],Ze=Pe[Ue]-ft;if(Ze===0)continue;let ze=new Float32Array(B),rt=0;for(let Je=0;Je<Ze;Je++){let yt=ft+Je,Zt=1-rt;if(Zt<=0)break;let $n=1;if(q>=0){let In=w[q].bytesPerSample,mi=$e[q]+yt*In;$n=In===2?be.fromHalfFloat(fe.getUint16(mi,!0)):fe.getFloat32(mi,!0)}for(let In=0;In<w.length;In++){let mi=w[In],dr=V[mi.name];if(dr===void 0)continue;let pr=mi.bytesPerSample,mr=$e[In]+yt*pr,xs=pr===2?be.fromHalfFloat(fe.getUint16(mr,!0)):fe.getFloat32(mr,!0);ze[dr]+=xs*Zt}rt+=$n*Zt}V.A!==void 0&&(ze[V.A]=rt);let Tt=De+Ue*B;for(let Je=0;Je<B;Je++)u.byteArray[Tt+Je]=k?be.toHalfFloat(ze[Je]):ze[Je]}}}function di(u,l,m){let M={},w=!1;for(;;){let C=pe(l,m);if(C==="")break;w=!0;let T=pe(l,m),V=ae(u,m),B=ar(u,l,m,T,V);B===void 0?console.warn(`THREE.EXRLoader: Skipped unknown header attribute type '${T}'.`):M[C]=B}return w?M:null}function cr(u,l,m){if(u.getUint32(0,!0)!=20000630)throw new Error("THREE.EXRLoader: Provided file doesn't appear to be in OpenEXR format.");let M=u.getUint8(4),w=u.getUint8(5),C={singleTile:!!(w&2),longName:!!(w&4),deepFormat:!!(w&8),multiPart:!!(w&16)};m.value=8;let T=[];if(C.multiPart){for(;;){let V=di(u,l,m);if(V===null)break;V.version=M,V.spec=C,T.push(V)}if(T.length===0)throw new Error("THREE.EXRLoader: No valid part headers found.")}else{let V=di(u,l,m);V.version=M,V.spec=C,T.push(V)}return T}function hr(u,l,m,M,w,C){let T={size:0,viewer:l,array:m,offset:M,width:u.dataWindow.xMax-u.dataWindow.xMin+1,height:u.dataWindow.yMax-u.dataWindow.yMin+1,inputChannels:u.channels,channelByteOffsets:{},shouldExpand:!1,yCbCr:!1,totalBytes:null,columns:null,lines:null,type:null,uncompress:null,getter:null,format:null,colorSpace:tn};switch(u.compression){case"NO_COMPRESSION":T.blockHeight=1,T.uncompress=ne;break;case"RLE_COMPRESSION":T.blockHeight=1,T.uncompress=ke;break;case"ZIPS_COMPRESSION":T.blockHeight=1,T.uncompress=xe;break;case"ZIP_COMPRESSION":T.blockHeight=16,T.uncompress=xe;break;case"PIZ_COMPRESSION":T.blockHeight=32,T.uncompress=Te;break;case"PXR24_COMPRESSION":T.blockHeight=16,T.uncompress=A;break;case"B44_COMPRESSION":case"B44A_COMPRESSION":T.blockHeight=32,T.uncompress=S;break;case"DWAA_COMPRESSION":T.blockHeight=32,T.uncompress=W;break;case"DWAB_COMPRESSION":T.blockHeight=256,T.uncompress=W;break;default:throw new Error("THREE.EXRLoader: "+u.compression+" is unsupported")}let V={};for(let ee of u.channels)switch(ee.name){case"BY":case"RY":case"Y":case"R":case"G":case"B":case"A":V[ee.name]=!0,T.type=ee.pixelType}let B=!1,k=!1;if(V.Y&&V.RY&&V.BY)T.outputChannels=4,T.yCbCr=!0;else if(V.R&&V.G&&V.B)T.outputChannels=4;else if(V.Y)T.outputChannels=1;else throw new Error("THREE.EXRLoader: file contains unsupported data channels.");switch(T.outputChannels){case 4:C==Ct?(B=!V.A,T.format=Ct,T.colorSpace=tn,T.outputChannels=4,T.decodeChannels={R:0,G:1,B:2,A:3}):C==ln?(T.format=ln,T.colorSpace=tn,T.outputChannels=2,T.decodeChannels={R:0,G:1}):C==ui?(T.format=ui,T.colorSpace=tn,T.outputChannels=1,T.decodeChannels={R:0}):k=!0;break;case 1:C==Ct?(B=!0,T.format=Ct,T.colorSpace=tn,T.outputChannels=4,T.shouldExpand=!0,T.decodeChannels={Y:0}):C==ln?(T.format=ln,T.colorSpace=tn,T.outputChannels=2,T.shouldExpand=!0,T.decodeChannels={Y:0}):C==ui?(T.format=ui,T.colorSpace=tn,T.outputChannels=1,T.decodeChannels={Y:0}):k=!0;break;default:k=!0}if(k)throw new Error("THREE.EXRLoader: invalid output format for specified file.");if(T.yCbCr&&(T.format=Ct,T.outputChannels=4,T.decodeChannels={Y:0,RY:1,BY:2},B=!0),T.type==1)switch(w){case Nt:T.getter=Ce;break;case wt:T.getter=Se;break}else if(T.type==2)switch(w){case Nt:T.getter=j;break;case wt:T.getter=Ie}else throw new Error("THREE.EXRLoader: unsupported pixelType "+T.type+" for "+u.compression+".");T.columns=T.width;let q=T.width*T.height*T.outputChannels;switch(w){case Nt:T.byteArray=new Float32Array(q),B&&T.byteArray.fill(1,0,q);break;case wt:T.byteArray=new Uint16Array(q),B&&T.byteArray.fill(15360,0,q);break;default:console.error("THREE.EXRLoader: unsupported type: ",w);break}let oe=0;for(let ee of u.channels)T.decodeChannels[ee.name]!==void 0&&(T.channelByteOffsets[ee.name]=oe),oe+=ee.pixelType*2;if(T.totalBytes=oe,T.outLineWidth=T.width*T.outputChannels,u.spec.deepFormat){T.deepChannels=[];let ee=0;for(let te of u.channels){let de=te.pixelType===0?4:te.pixelType*2;T.deepChannels.push({name:te.name,pixelType:te.pixelType,bytesPerSample:de}),ee+=de}T.deepBytesPerSample=ee,T.chunkOffsets=u._chunkOffsets,T.multiPart=u.spec.multiPart,T.decode=lr.bind(T)}else if(u.spec.singleTile){T.blockHeight=u.tiles.ySize,T.blockWidth=u.tiles.xSize;let ee=vo(u.tiles,T.width,T.height),te=ms(ee,T.width,u.tiles.xSize,u.tiles.roundingMode),de=ms(ee,T.height,u.tiles.ySize,u.tiles.roundingMode);T.tileCount=te[0]*de[0];for(let _e=0;_e<ee;_e++)for(let ve=0;ve<de[_e];ve++)for(let Pe=0;Pe<te[_e];Pe++)re(l,M);T.decode=or.bind(T)}else if(u.spec.multiPart)T.blockWidth=T.width,T.chunkOffsets=u._chunkOffsets,T.decode=gs.bind(T);else{T.blockWidth=T.width;let ee=Math.ceil(T.height/T.blockHeight);for(let te=0;te<ee;te++)re(l,M);T.decode=On.bind(T)}return T}let Cn={value:0},Ci=new DataView(e),ur=new Uint8Array(e),pi=cr(Ci,e,Cn),fr=Math.max(0,Math.min(this.part,pi.length-1)),Gt=pi[fr];if(Gt.spec.multiPart||Gt.spec.deepFormat)for(let u=0;u<pi.length;u++){let l=pi[u].chunkCount;if(u===fr){Gt._chunkOffsets=[];for(let m=0;m<l;m++)Gt._chunkOffsets.push(re(Ci,Cn))}else for(let m=0;m<l;m++)re(Ci,Cn)}let sn=hr(Gt,Ci,ur,Cn,this.type,this.outputFormat);if(sn.decode(),sn.shouldExpand){let u=sn.byteArray;if(this.outputFormat==Ct)for(let l=0;l<u.length;l+=4)u[l+2]=u[l+1]=u[l];else if(this.outputFormat==ln)for(let l=0;l<u.length;l+=2)u[l+1]=u[l]}if(sn.yCbCr){let u=sn.byteArray,l=sn.width*sn.height;if(this.type===wt)for(let m=0;m<l;m++){let M=m*4,w=be.fromHalfFloat(u[M]),C=be.fromHalfFloat(u[M+1]),T=be.fromHalfFloat(u[M+2]),V=(1+C)*w,B=(1+T)*w,k=(w-V*.2126-B*.0722)/.7152;u[M]=be.toHalfFloat(Math.max(0,V)),u[M+1]=be.toHalfFloat(Math.max(0,k)),u[M+2]=be.toHalfFloat(Math.max(0,B))}else for(let m=0;m<l;m++){let M=m*4,w=u[M],C=u[M+1],T=u[M+2],V=(1+C)*w,B=(1+T)*w;u[M]=Math.max(0,V),u[M+1]=Math.max(0,(w-V*.2126-B*.0722)/.7152),u[M+2]=Math.max(0,B)}}return{header:Gt,width:sn.width,height:sn.height,data:sn.byteArray,format:sn.format,colorSpace:sn.colorSpace,type:this.type,minFilter:St,magFilter:St,generateMipmaps:!1,flipY:!1}}setDataType(e){return this.type=e,this}setOutputFormat(e){return this.outputFormat=e,this}setPart(e){return this.part=e,this}};var uo=class extends wi{constructor(e){super(e),this.type=wt}parse(e){let a=function(b,H){switch(b){case 1:throw new Error("THREE.HDRLoader: Read Error: "+(H||""));case 2:throw new Error("THREE.HDRLoader: Write Error: "+(H||""));case 3:throw new Error("THREE.HDRLoader: Bad File Format: "+(H||""));default:case 4:throw new Error("THREE.HDRLoader: Memory Error: "+(H||""))}},p=function(b,H,F){H=H||1024;let Y=b.pos,Q=-1,L=0,J="",Z=String.fromCharCode.apply(null,new Uint16Array(b.subarray(Y,Y+128)));for(;0>(Q=Z.indexOf(`
`))&&L<H&&Y<b.byteLength;)J+=Z,L+=Z.length,Y+=128,Z=String.fromCharCode.apply(null,new Uint16Array(b.subarray(Y,Y+128)));return-1<Q?(F!==!1&&(b.pos+=L+Q+1),J+Z.slice(0,Q)):!1},f=function(b){let H=/^#\?(\S+)/,F=/^\s*GAMMA\s*=\s*(\d+(\.\d+)?)\s*$/,O=/^\s*EXPOSURE\s*=\s*(\d+(\.\d+)?)\s*$/,Y=/^\s*FORMAT=(\S+)\s*$/,Q=/^\s*\-Y\s+(\d+)\s+\+X\s+(\d+)\s*$/,L={valid:0,string:"",comments:"",programtype:"RGBE",format:"",gamma:1,exposure:1,width:0,height:0},J,Z;for((b.pos>=b.byteLength||!(J=p(b)))&&a(1,"no header found"),(Z=J.match(H))||a(3,"bad initial token"),L.valid|=1,L.programtype=Z[1],L.string+=J+`
`;J=p(b),J!==!1;){if(L.string+=J+`
`,J.charAt(0)==="#"){L.comments+=J+`
`;continue}if((Z=J.match(F))&&(L.gamma=parseFloat(Z[1])),(Z=J.match(O))&&(L.exposure=parseFloat(Z[1])),(Z=J.match(Y))&&(L.valid|=2,L.format=Z[1]),(Z=J.match(Q))&&(L.valid|=4,L.height=parseInt(Z[1],10),L.width=parseInt(Z[2],10)),L.valid&2&&L.valid&4)break}return L.valid&2||a(3,"missing format specifier"),L.valid&4||a(3,"missing image size specifier"),L},g=function(b,H,F){let O=H;if(O<8||O>32767||b[0]!==2||b[1]!==2||b[2]&128)return new Uint8Array(b);O!==(b[2]<<8|b[3])&&a(3,"wrong scanline width");let Y=new Uint8Array(4*H*F);Y.length||a(4,"unable to allocate buffer space");let Q=0,L=0,J=4*O,Z=new Uint8Array(4),$=new Uint8Array(J),me=F;for(;me>0&&L<b.byteLength;){L+4>b.byteLength&&a(1),Z[0]=b[L++],Z[1]=b[L++],Z[2]=b[L++],Z[3]=b[L++],(Z[0]!=2||Z[1]!=2||(Z[2]<<8|Z[3])!=O)&&a(3,"bad rgbe scanline format");let K=0,le;for(;K<J&&L<b.byteLength;){le=b[L++];let Ee=le>128;if(Ee&&(le-=128),(le===0||K+le>J)&&a(3,"bad scanline data"),Ee){let Fe=b[L++];for(let se=0;se<le;se++)$[K++]=Fe}else $.set(b.subarray(L,L+le),K),K+=le,L+=le}let ue=O;for(let Ee=0;Ee<ue;Ee++){let Fe=0;Y[Q]=$[Ee+Fe],Fe+=O,Y[Q+1]=$[Ee+Fe],Fe+=O,Y[Q+2]=$[Ee+Fe],Fe+=O,Y[Q+3]=$[Ee+Fe],Q+=4}me--}return Y},v=function(b,H,F,O){let Y=b[H+3],Q=Math.pow(2,Y-128)/255;F[O+0]=b[H+0]*Q,F[O+1]=b[H+1]*Q,F[O+2]=b[H+2]*Q,F[O+3]=1},E=function(b,H,F,O){let Y=b[H+3],Q=Math.pow(2,Y-128)/255;F[O+0]=be.toHalfFloat(Math.min(b[H+0]*Q,65504)),F[O+1]=be.toHalfFloat(Math.min(b[H+1]*Q,65504)),F[O+2]=be.toHalfFloat(Math.min(b[H+2]*Q,65504)),F[O+3]=be.toHalfFloat(1)},x=new Uint8Array(e);x.pos=0;let _=f(x),R=_.width,D=_.height,I=g(x.subarray(x.pos),R,D),N,P,y;switch(this.type){case Nt:y=I.length/4;let b=new Float32Array(y*4);for(let F=0;F<y;F++)v(I,F*4,b,F*4);N=b,P=Nt;break;case wt:y=I.length/4;let H=new Uint16Array(y*4);for(let F=0;F<y;F++)E(I,F*4,H,F*4);N=H,P=wt;break;default:throw new Error("THREE.HDRLoader: Unsupported type: "+this.type)}return{width:R,height:D,data:N,header:_.string,gamma:_.gamma,exposure:_.exposure,type:P,colorSpace:tn,minFilter:St,magFilter:St,generateMipmaps:!1,flipY:!0}}setDataType(e){return this.type=e,this}};var ir=[0,.15,.3,.45,.65,.9],fi=`precision highp float; precision highp int;
const float PI = 3.14159265358979, EPS = 1e-6;
`,Jh=`${fi}
uniform mat4 modelMatrix, viewMatrix, projectionMatrix;
in vec3 position, normal;
in vec2 uv;
out vec3 v_position, v_normal;
out vec2 v_uv;
void main() {
  vec4 world = modelMatrix * vec4(position, 1.0);
  v_position = world.xyz;
  v_normal = mat3(modelMatrix) * normal;
  v_uv = uv;
  gl_Position = projectionMatrix * viewMatrix * world;
}`,Kh=`
uniform sampler2D panorama;                  // linear radiance, row 0 at the top
uniform highp sampler2DArray blurred;        // the same, blurred for roughness LEVELS[1], [2], ...
uniform mat3 panorama_axes;                  // world direction -> (the subject's right, up, front), turned
vec2 where_in_panorama(vec3 direction) {
  vec3 d = panorama_axes * direction;
  return vec2(atan(d.x, d.z) / PI * 0.5 + 0.5, acos(clamp(d.y, -1.0, 1.0)) / PI);
}
`,Qh=`${fi}
in vec3 v_position, v_normal;
in vec2 v_uv;
out vec4 color;
uniform sampler2D diffuse_map, specular_map, roughness_map, normal_map;
uniform bvec4 use_map;                       // diffuse, specular, roughness, normal
uniform vec3 flat_diffuse;
uniform float flat_specular, flat_roughness, normal_range, opacity;
uniform mat3 turn;                           // of an eyeball that looks elsewhere
uniform vec3 cameraPosition;
uniform int light, show;                     // see viewer.js
uniform vec3 lamp_position, lamp_rgb;
uniform bool shadows;
uniform highp sampler2D shadow_depth;        // what the lamp sees, as in relight.py
uniform mat4 shadow_view;                    // world -> the lamp's camera, z forward
uniform vec4 shadow_lens;                    // focal length in px, near, far, lift off the surface
uniform vec3 room[9], irradiance[9];
uniform float occlusion[9], room_scale;
${Kh}
void sh_basis(vec3 d, out float y[9]) {
  y[0] = 0.28209479177387814;
  y[1] = 0.4886025119029199 * d.y;
  y[2] = 0.4886025119029199 * d.z;
  y[3] = 0.4886025119029199 * d.x;
  y[4] = 1.0925484305920792 * d.x * d.y;
  y[5] = 1.0925484305920792 * d.y * d.z;
  y[6] = 0.31539156525252005 * (3.0 * d.z * d.z - 1.0);
  y[7] = 1.0925484305920792 * d.x * d.z;
  y[8] = 0.5462742152960396 * (d.x * d.x - d.y * d.y);
}
float fifth(float x) { return x * x * x * x * x; }
float softplus(float x) { return max(x, 0.0) + log(1.0 + exp(-10.0 * abs(x))) / 10.0; }

vec3 point_light(vec3 albedo, float s, float r, vec3 n) {      // Burley diffuse; GGX, Smith, Schlick
  vec3 to_light = lamp_position - v_position;
  float distance2 = max(dot(to_light, to_light), EPS);
  vec3 l = to_light * inversesqrt(distance2), v = normalize(cameraPosition - v_position);
  float n_l = dot(n, l), n_v = dot(n, v);
  if (n_l <= 0.0 || n_v <= 0.0) return vec3(0.0);
  float l_h = sqrt(max(0.5 + 0.5 * dot(l, v), EPS));
  float n_h = clamp((n_l + n_v) / (2.0 * l_h), 0.0, 1.0);
  float c_l = clamp(n_l, EPS, 1.0), c_v = clamp(n_v, EPS, 1.0);
  float bend = 2.0 * r * l_h * l_h - 0.5;
  float retro = (1.0 + bend * fifth(1.0 - c_l)) * (1.0 + bend * fifth(1.0 - c_v));
  float a2 = r * r * r * r;
  float lobe = max((1.0 - n_h) * (1.0 + n_h) + a2 * n_h * n_h, EPS);
  float smith = (c_l + sqrt(a2 + (1.0 - a2) * c_l * c_l)) * (c_v + sqrt(a2 + (1.0 - a2) * c_v * c_v));
  float f0 = 0.08 * s;
  float gloss = a2 / (PI * lobe * lobe) * (f0 + (1.0 - f0) * fifth(1.0 - l_h)) / smith;
  return (albedo * retro / PI + gloss) * n_l * lamp_rgb / distance2;
}
float seen_by_lamp(float z, ivec2 texel) {                     // 1 where nothing is before depth z
  float d = texelFetch(shadow_depth, texel, 0).r;
  float near = shadow_lens.y, far = shadow_lens.z;
  return z < near * far / (far - d * (far - near)) + shadow_lens.w ? 1.0 : 0.0;
}
float lit(vec3 n) {                                            // share of the lamp: 3 x 3 comparisons, made smooth
  ivec2 size = textureSize(shadow_depth, 0);
  vec3 p = (shadow_view * vec4(v_position + shadow_lens.w * n, 1.0)).xyz;
  vec2 px = clamp(p.xy / p.z * shadow_lens.x + 0.5 * vec2(size), vec2(2.0), vec2(size) - 3.0) - 0.5;
  ivec2 corner = ivec2(floor(px));
  vec2 part = px - vec2(corner);
  float total = 0.0;
  for (int j = -1; j <= 2; ++j) for (int i = -1; i <= 2; ++i) {
    vec2 weight = vec2(i == -1 ? 1.0 - part.x : i == 2 ? part.x : 1.0, j == -1 ? 1.0 - part.y : j == 2 ? part.y : 1.0);
    total += weight.x * weight.y * seen_by_lamp(p.z, corner + ivec2(i, j));
  }
  return total / 9.0;
}
vec3 room_light(vec3 albedo, vec3 n) {                         // the capture's own: CoRA's ambient term
  float y[9], blocked = 0.0;
  sh_basis(n, y);
  vec3 total = vec3(0.0);
  for (int k = 0; k < 9; ++k) { total += y[k] * room[k]; blocked += y[k] * occlusion[k]; }
  return vec3(softplus(total.r), softplus(total.g), softplus(total.b)) / (1.0 + exp(-blocked)) * albedo * room_scale;
}
vec3 looked(int level, vec2 at) {
  return level == 0 ? textureLod(panorama, at, 0.0).rgb : textureLod(blurred, vec3(at, float(level - 1)), 0.0).rgb;
}
vec3 environment(vec3 albedo, float s, float r, vec3 n) {      // split sum, as relight.Environment has it
  float y[9], n_v;
  sh_basis(panorama_axes * n, y);
  vec3 arriving = vec3(0.0), v = normalize(cameraPosition - v_position);
  for (int k = 0; k < 9; ++k) arriving += y[k] * irradiance[k];
  n_v = clamp(dot(n, v), 0.0, 1.0);
  vec2 at = where_in_panorama(2.0 * n_v * n - v);
  const float levels[${ir.length}] = float[](${ir.map(i=>i.toFixed(2)).join(", ")});
  int low = 0;
  for (int k = 1; k < ${ir.length-1}; ++k) if (r >= levels[k]) low = k;
  float part = clamp((r - levels[low]) / (levels[low + 1] - levels[low]), 0.0, 1.0);
  vec3 gloss = mix(looked(low, at), looked(low + 1, at), part);
  vec4 c = r * vec4(-1.0, -0.0275, -0.572, 0.022) + vec4(1.0, 0.0425, 1.04, -0.04);
  float a = min(c.x * c.x, exp2(-9.28 * n_v)) * c.x + c.y;
  return albedo / PI * max(arriving, 0.0) + gloss * (0.08 * s * (-1.04 * a + c.z) + 1.04 * a + c.w);
}
void main() {
  vec3 albedo = use_map.x ? texture(diffuse_map, v_uv).rgb : flat_diffuse;
  float s = use_map.y ? texture(specular_map, v_uv).r : flat_specular;
  float r = use_map.z ? texture(roughness_map, v_uv).r : flat_roughness;
  vec3 n = normalize(v_normal);
  // The map holds the difference from the mesh's own normal, in the world's frame: 0 is stored as 128 of 255.
  if (use_map.w) n = normalize(n + turn * ((texture(normal_map, v_uv).rgb * 255.0 - 128.0) / 127.0 * normal_range));
  vec3 total = vec3(0.0);
  if (show == 0) {
    if (light == 2) total = environment(albedo, s, r, n);
    else {
      total = point_light(albedo, s, r, n);
      if (shadows) total *= lit(n);
      if (room_scale > 0.0) total += room_light(albedo, n);
    }
  } else if (show == 1) total = pow(albedo, vec3(1.0 / 2.2));
  else if (show == 2) total = vec3(s);
  else if (show == 3) total = vec3(r);
  else if (show == 4) total = 0.5 + 0.5 * n;
  else {
    vec2 square = floor(48.0 * v_uv);
    float shade = 0.55 + 0.45 * max(dot(n, normalize(cameraPosition - v_position)), 0.0);
    total = (mod(square.x + square.y, 2.0) < 0.5 ? vec3(0.22, 0.24, 0.28) : vec3(0.86, 0.87, 0.90)) * shade;
  }
  color = vec4(min(total, 60000.0), opacity);               // half floats end at 65504
}`,fo=`${fi}
uniform mat4 modelMatrix, viewMatrix, projectionMatrix;
in vec3 position;
void main() { gl_Position = projectionMatrix * viewMatrix * modelMatrix * vec4(position, 1.0); }`,Hl=`${fi}
out vec4 color;
void main() { color = vec4(1.0); }`,jh=`${fi}
out vec4 color;
uniform vec3 line;
void main() { color = vec4(line, 1.0); }`,eu=`${fi}
in vec3 position;
out vec2 at;
void main() { at = position.xy * 0.5 + 0.5; gl_Position = vec4(position.xy, 1.0, 1.0); }`,tu=`${fi}
in vec2 at;
out vec4 color;
uniform mat4 to_world;                       // clip space -> world
uniform vec3 eye;
${Kh}
void main() {
  vec4 far = to_world * vec4(at * 2.0 - 1.0, 0.5, 1.0);
  color = vec4(min(textureLod(panorama, where_in_panorama(normalize(far.xyz / far.w - eye)), 0.0).rgb, 60000.0), 1.0);
}`,nu=`${fi}
in vec2 at;
out vec4 color;
uniform sampler2D radiance;                  // premultiplied by its alpha
uniform float exposure, gamma, rise[8];
uniform int tone;                            // 0 photo, 1 sRGB, 2 neutral, 3 ACES, 4 none: the values as they are
uniform vec3 background;
vec3 srgb(vec3 x) {
  x = clamp(x, 0.0, 1.0);
  return mix(1.055 * pow(x, vec3(1.0 / 2.4)) - 0.055, 12.92 * x, vec3(lessThanEqual(x, vec3(0.0031308))));
}
float photo(float x) {                       // lib/fields/light.py: response, on the encoded scale
  float e = pow(max(x, 1e-5), 1.0 / gamma), bent = e * rise[0];
  for (int k = 1; k < 8; ++k) bent += max(e - float(k) / 8.0, 0.0) * (rise[k] - rise[k - 1]);
  return bent * pow(min(x / 1e-5, 1.0), 1.0 / gamma);
}
vec3 neutral(vec3 c) {                       // Khronos PBR neutral tone mapper
  float x = min(c.r, min(c.g, c.b)), offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
  c -= offset;
  float peak = max(c.r, max(c.g, c.b));
  if (peak < 0.76) return c;
  float next = 1.0 - 0.0576 / (peak + 0.24 - 0.76);
  return mix(c * next / peak, vec3(next), 1.0 - 1.0 / (0.15 * (peak - next) + 1.0));
}
vec3 aces(vec3 c) {                          // Hill's fit of the ACES reference transform
  c = mat3(0.59719, 0.07600, 0.02840, 0.35458, 0.90834, 0.13383, 0.04823, 0.01566, 0.83777) * c;
  c = (c * (c + 0.0245786) - 0.000090537) / (c * (0.983729 * c + 0.4329510) + 0.238081);
  return mat3(1.60475, -0.10208, -0.00327, -0.53108, 1.10813, -0.07276, -0.07367, -0.00605, 1.07602) * c;
}
void main() {
  vec4 c = texture(radiance, at);
  vec3 x = max(c.rgb, 0.0) * exposure, shown;
  if (tone == 0) shown = vec3(photo(x.r), photo(x.g), photo(x.b));
  else if (tone == 1) shown = srgb(x);
  else if (tone == 2) shown = srgb(neutral(x));
  else if (tone == 3) shown = srgb(aces(x / 0.6));
  else shown = c.rgb;
  color = vec4(clamp(shown, 0.0, 1.0) + (1.0 - c.a) * background, 1.0);
}`;var sr=64,us=32,r0=1024,rr=class{constructor({name:e,width:t,height:n,rgb:s}){for(;t>r0;)({width:t,height:n,rgb:s}=ru({width:t,height:n,rgb:s},t>>1,n>>1));this.name=e,this.picture=iu(new ri(su(s),t,n,Ct,wt)),this.blur(ru({width:t,height:n,rgb:s},sr,us).rgb)}blur(e){let t=sr*us,[n,s,r,a]=[0,1,2,3].map(()=>new Float32Array(t));for(let p=0;p<t;++p){let f=(Math.floor(p/sr)+.5)/us*Math.PI,g=(p%sr+.5)/us*Math.PI-Math.PI;n[p]=Math.sin(f)*Math.sin(g),s[p]=Math.cos(f),r[p]=Math.sin(f)*Math.cos(g),a[p]=Math.sin(f)*(Math.PI/us)**2}this.irradiance=Array.from({length:9},()=>new X);for(let p=0;p<t;++p){let f=new X(e[3*p],e[3*p+1],e[3*p+2]).multiplyScalar(a[p]*Math.PI);a0(n[p],s[p],r[p]).forEach((g,v)=>this.irradiance[v].addScaledVector(f,g*(v?v<4?2/3:1/4:1)))}let o=ir.slice(1),c=new Float32Array(3*t*o.length),h=o.map(p=>p**4-1),d=new Float64Array(4*o.length);for(let p=0;p<t;++p){d.fill(0);for(let f=0;f<t;++f){let g=n[p]*n[f]+s[p]*s[f]+r[p]*r[f];if(g<=0)continue;let v=Math.min((1+g)/2,1),E=g*a[f];for(let x=0;x<o.length;++x){let _=E/(v*h[x]+1)**2;d[4*x]+=_*e[3*f],d[4*x+1]+=_*e[3*f+1],d[4*x+2]+=_*e[3*f+2],d[4*x+3]+=_}}for(let f=0;f<o.length;++f)for(let g=0;g<3;++g)c[3*(f*t+p)+g]=d[4*f+g]/d[4*f+3]}this.blurred=iu(new Si(su(c),sr,us,o.length)),this.blurred.type=wt}dispose(){this.picture.dispose(),this.blurred.dispose()}};function a0(i,e,t){return[.28209479177387814,.4886025119029199*e,.4886025119029199*t,.4886025119029199*i,1.0925484305920792*i*e,1.0925484305920792*e*t,.31539156525252005*(3*t*t-1),1.0925484305920792*i*t,.5462742152960396*(i*i-e*e)]}function iu(i){return i.wrapS=qi,i.wrapT=qt,i.minFilter=i.magFilter=St,i.generateMipmaps=!1,i.needsUpdate=!0,i}function su(i){let e=i.length/3,t=new Uint16Array(4*e),n=be.toHalfFloat(1);for(let s=0;s<e;++s){for(let r=0;r<3;++r)t[4*s+r]=be.toHalfFloat(Math.min(i[3*s+r],6e4));t[4*s+3]=n}return t}function ru({width:i,height:e,rgb:t},n,s){let r=au(t,e,i*3,s),a=ou(r,s,i),o=au(a,i,s*3,n);return{width:n,height:s,rgb:ou(o,n,s)}}function au(i,e,t,n){let s=new Float32Array(n*t),r=e/n;for(let a=0;a<n;++a)for(let o=Math.floor(a*r);o<Math.min(Math.ceil((a+1)*r),e);++o){let c=(Math.min(o+1,(a+1)*r)-Math.max(o,a*r))/r;for(let h=0;h<t;++h)s[a*t+h]+=c*i[o*t+h]}return s}function ou(i,e,t){let n=new Float32Array(i.length);for(let s=0;s<e;++s)for(let r=0;r<t;++r)for(let a=0;a<3;++a)n[3*(r*e+s)+a]=i[3*(s*t+r)+a];return n}async function lu(i){let e=await i.arrayBuffer(),t=i.name.replace(/\.\w+$/,""),n;try{n=(/\.exr$/i.test(i.name)?new ho:new uo).parse(e)}catch(p){throw new Error(`${i.name}: expected a panorama as .hdr or .exr, found something else (${p.message||p})`)}let{data:s,width:r,height:a}=n;if(Math.abs(r/a-2)>.02)throw new Error(`${i.name}: expected a panorama twice as wide as high, found ${r} x ${a} px`);let o=r*a,c=s.length/o,h=new Float32Array(3*o),d=/\.exr$/i.test(i.name);for(let p=0;p<a;++p)for(let f=0;f<r;++f)for(let g=0;g<3;++g){let v=((d?a-1-p:p)*r+f)*c+Math.min(g,c-1),E=s instanceof Uint16Array?be.fromHalfFloat(s[v]):s[v];h[3*(p*r+f)+g]=Math.max(E,0)||0}return new rr({name:t,width:r,height:a,rgb:h})}var cu=.09,po=class{constructor({middle:e,radius:t,front:n,up:s}){Object.assign(this,{middle:e,radius:t,front:n,up:s,shot:null,target:e.clone()}),this.three=new Wt,this.three.matrixAutoUpdate=!1,this.position=new X,this.turn=new Ft}get distance(){return this.position.distanceTo(this.target)}axis(e,t,n){return new X(e,t,n).applyQuaternion(this.turn)}stand(e){let t=e.c2w,[n,s,r]=[0,1,2].map(a=>new X(t[0][a],t[1][a],t[2][a]));this.position.set(t[0][3],t[1][3],t[2][3]),this.turn.setFromRotationMatrix(new pt().makeBasis(n,s.negate(),r.clone().negate())),this.target=this.position.clone().addScaledVector(r,this.middle.clone().sub(this.position).dot(r)),this.lens={fx:e.K[0][0],fy:e.K[1][1],cx:e.K[0][2],cy:e.K[1][2],width:e.width,height:e.height},this.shot=e}standInFront(){this.position.copy(this.middle).addScaledVector(this.front,this.radius*4.2);let n=this.front.clone(),s=new X().crossVectors(this.up,n).normalize();this.turn.setFromRotationMatrix(new pt().makeBasis(s,new X().crossVectors(n,s),n)),this.target=this.middle.clone(),this.lens={fx:1900,fy:1900,cx:1e3/2,cy:1e3/2,width:1e3,height:1e3},this.shot=null}frame(e,t){let n=Math.min(e/this.lens.width,t/this.lens.height),[s,r]=[this.lens.width*n,this.lens.height*n];return{x:(e-s)/2,y:(t-r)/2,width:s,height:r,scale:n}}update(e,t){let{three:n,lens:s}=this,{x:r,y:a,scale:o}=this.frame(e,t),c=this.position.distanceTo(this.middle),h=Math.max(c-2*this.radius,.004*this.radius),d=c+2*this.radius,[p,f]=[r+s.cx*o,a+s.cy*o];n.projectionMatrix.set(2*s.fx*o/e,0,1-2*p/e,0,0,2*s.fy*o/t,2*f/t-1,0,0,0,-(d+h)/(d-h),-2*d*h/(d-h),0,0,-1,0),n.projectionMatrixInverse.copy(n.projectionMatrix).invert(),n.position.copy(this.position),n.quaternion.copy(this.turn),n.updateMatrix(),n.updateMatrixWorld(!0)}orbit(e,t){let n=this.position.clone().sub(this.target),s=n.angleTo(this.up);t=Math.min(Math.max(t,s-Math.PI+cu),s-cu);let r=new Ft().setFromAxisAngle(this.up,-e).multiply(new Ft().setFromAxisAngle(this.axis(1,0,0),-t));this.position.copy(this.target).add(n.applyQuaternion(r)),this.turn.premultiply(r).normalize(),this.shot=null}pan(e,t,n,s){let r=this.distance/(this.lens.fx*this.frame(n,s).scale),a=this.axis(1,0,0).multiplyScalar(-e*r).addScaledVector(this.axis(0,1,0),t*r);this.position.add(a),this.target.add(a),this.shot=null}zoom(e){let t=Math.min(Math.max(this.distance*e,.25*this.radius),30*this.radius);this.position.sub(this.target).setLength(t).add(this.target),this.shot=null}project(e,t,n){let s=e.clone().applyMatrix4(this.three.matrixWorldInverse),r=s.z<0;return s.applyMatrix4(this.three.projectionMatrix),{x:(s.x*.5+.5)*t,y:(.5-s.y*.5)*n,ahead:r}}};var xo=["flash","lamp","environment"],ds=["shaded","diffuse","specular","roughness","normals","checker"],mo=["photo","srgb","neutral","aces"],go=["diffuse","specular","roughness","normal"],fs=2048,uu=.5,o0={black:0,grey:7829367,white:16777215},_o=class{constructor(e,t){this.renderer=new oo({canvas:e,antialias:!1,alpha:!1,powerPreference:"high-performance"}),this.canvas=e,this.content=t;let{header:n}=t;this.shots=n.shots;let[s,r,a]=n.axes.map(ls);Object.assign(this,{front:s,left:r,up:a,middle:ls(n.middle),radius:n.radius,parts:[],panoramas:new Map}),this.camera=new po(this),this.state={light:"flash",show:"shaded",tone:"photo",exposure:0,shot:0,room:!0,shadows:!0,background:"black",backdrop:!0,maps:{diffuse:!0,specular:!0,roughness:!0,normal:!0},eyes:!0,wireframe:!1,opacity:n.opacity,environment:n.environments[0].name,angle:0,gaze:new X,lamp:null},this.build(),this.reset();let o=1.5*this.radius,c=this.shots.length?this.shot.light_rgb:n.light_rgb;this.lampRgb=c.map(h=>h*(o/this.reach())**2),this.state.lamp={direction:s.clone().addScaledVector(r,-.55).addScaledVector(a,.4).normalize(),distance:o},this.listeners=new Set,this.ready=this.load()}build(){this.scene=new Ki;let e=new Ot;this.shared=Object.fromEntries(Object.entries({light:0,show:0,lamp_position:new X,lamp_rgb:new X,shadows:!1,shadow_depth:null,shadow_view:new pt,shadow_lens:new bt,room:Array.from({length:9},()=>new X),irradiance:Array.from({length:9},()=>new X),occlusion:new Array(9).fill(0),room_scale:0,panorama:e,blurred:null,panorama_axes:new je,use_map:new bt(1,1,1,1),opacity:1}).map(([r,a])=>[r,{value:a}]));let t=(r,a,o,c)=>new es({glslVersion:Zs,vertexShader:r,fragmentShader:a,uniforms:o,...c}),n=new rn;n.setAttribute("position",new Yt(new Float32Array([-1,-1,0,3,-1,0,-1,3,0]),3));let s=(r,a)=>{let o=new an(n,t(eu,r,a,{depthTest:!1,depthWrite:!1,blending:gn}));return o.frustumCulled=!1,o};this.backdrop=s(tu,{panorama:this.shared.panorama,panorama_axes:this.shared.panorama_axes,blurred:this.shared.blurred,to_world:{value:new pt},eye:{value:new X}}),this.backdrop.renderOrder=-1,this.scene.add(this.backdrop),this.develop=s(nu,Object.fromEntries(Object.entries({radiance:null,exposure:1,gamma:2.2,rise:new Array(8).fill(1),tone:0,background:new X}).map(([r,a])=>[r,{value:a}]))),this.developing=new Ki,this.developing.add(this.develop),this.screenCamera=new Wt,this.depthOnly=t(fo,Hl,{},{side:on,blending:gn}),this.lines=t(fo,jh,{line:{value:new X(.05,.35,.9)}}),this.radiance=new Kt(1,1,{type:wt,samples:4,minFilter:Rt,magFilter:Rt,generateMipmaps:!1}),this.shadow=new Kt(fs,fs,{minFilter:Rt,magFilter:Rt,depthTexture:new bn(fs,fs,Nt)}),this.shared.shadow_depth.value=this.shadow.depthTexture,this.lampCamera=new Wt,this.lampCamera.matrixAutoUpdate=!1,this.material=t}async load(){let{content:e}=this,t=Math.min(8,this.renderer.capabilities.getMaxAnisotropy());await this.light(this.state.environment);for(let n of e.header.parts){let s=await zh(e,n),r={...this.shared},a={turn:new je,flat_diffuse:ls(n.flat.diffuse),flat_specular:n.flat.specular,flat_roughness:n.flat.roughness,normal_range:n.normal_range||0};for(let[d,p]of Object.entries(a))r[d]={value:p};for(let d of go)r[`${d}_map`]={value:n.maps[d]?await kh(e,n.maps[d],d==="diffuse",t):new Ot};r.use_map={value:new bt};let o=!!n.pivot;o&&(r.opacity={value:1});let c=new an(s,this.material(Jh,Qh,r,{side:on,blending:gn})),h=new an(s,this.material(fo,Hl,{},{side:on,colorWrite:!1}));c.matrixAutoUpdate=!1,c.frustumCulled=h.frustumCulled=!1,h.visible=!1,h.renderOrder=1,this.scene.add(c,h),this.parts.push({...n,mesh:c,veil:h,isEye:o,uniforms:r,pivot:o&&ls(n.pivot),looks:o&&ls(n.gaze)})}this.invalidate()}async light(e){if(!this.panoramas.has(e)){let t=this.content.header.environments.find(n=>n.name===e);this.panoramas.set(e,new rr(await Hh(this.content,t)))}this.state.environment=e,this.invalidate()}add(e){this.panoramas.set(e.name,e)}get environments(){return[...new Set([...this.content.header.environments.map(e=>e.name),...this.panoramas.keys()])]}get shot(){return this.shots[this.state.shot]}get hasEyes(){return this.parts.some(e=>e.isEye)}reset(e=this.state.shot){this.state.shot=e,this.shots.length?this.camera.stand(this.shots[e]):this.camera.standInFront(),this.invalidate()}get lampPosition(){return this.middle.clone().addScaledVector(this.state.lamp.direction,this.state.lamp.distance)}invalidate(){this.pending||this.gone||(this.pending=requestAnimationFrame(()=>{this.pending=0,this.draw()}))}draw(){let e=Math.min(window.devicePixelRatio||1,2),[t,n]=[this.canvas.clientWidth,this.canvas.clientHeight];if(!t||!n||!this.parts.length)return;this.renderer.setPixelRatio(e);let[s,r]=[Math.round(t*e),Math.round(n*e)];(this.canvas.width!==s||this.canvas.height!==r)&&this.renderer.setSize(t,n,!1),this.radiance.setSize(s,r),this.camera.update(t,n),this.prepare();let{renderer:a}=this;a.setRenderTarget(this.radiance),a.setClearColor(0,0),a.clear(),a.render(this.scene,this.camera.three),this.develop.material.uniforms.radiance.value=this.radiance.texture,a.setRenderTarget(null),a.render(this.developing,this.screenCamera);for(let o of this.listeners)o()}prepare(){let{state:e,shared:t,camera:n,shot:s}=this,r=(v,E)=>{t[v].value=E},a=e.show==="shaded",o=e.light==="flash";r("light",xo.indexOf(e.light)),r("show",ds.indexOf(e.show));let c=2**e.exposure;if(e.light!=="environment"){let v=o?this.flashPosition():this.lampPosition;t.lamp_position.value.copy(v),t.lamp_rgb.value.set(...o?s?s.light_rgb:this.content.header.light_rgb:this.lampRgb),o&&!n.shot&&(c*=(v.distanceTo(n.target)/this.reach())**2);let E=e.shadows&&(o?!!s?.shadows:!0)&&a;r("shadows",E),this.pose(),E&&this.castShadows(v)}else this.pose();let h=e.room&&e.light!=="environment"&&s?.room;r("room_scale",h?h.scale:0),h&&(h.sh_coeffs.forEach((v,E)=>t.room.value[E].set(...v)),r("occlusion",h.occlusion));let d=this.panoramas.get(e.environment);if(d){r("panorama",d.picture),r("blurred",d.blurred),r("irradiance",d.irradiance);let v=this.left.clone().negate(),E=new Ft().setFromAxisAngle(this.up,e.angle),[x,_]=[v,this.front.clone()].map(R=>R.applyQuaternion(E));t.panorama_axes.value.set(x.x,x.y,x.z,this.up.x,this.up.y,this.up.z,_.x,_.y,_.z)}this.backdrop.visible=e.light==="environment"&&e.backdrop&&a;let p=this.backdrop.material.uniforms;p.to_world.value.copy(n.three.matrixWorld).multiply(n.three.projectionMatrixInverse),p.eye.value.copy(n.position),p.blurred.value=t.blurred.value;let f=this.develop.material.uniforms;f.exposure.value=c,f.tone.value=a?mo.indexOf(e.tone):mo.length,f.gamma.value=s?s.gamma:2.2,f.rise.value=s?.rise||new Array(8).fill(1);let g=new ct().setHex(o0[e.background],"");f.background.value.set(g.r,g.g,g.b)}flashPosition(){let{camera:e,shot:t}=this,[n,s,r]=t?t.flash_offset:[0,0,0];return e.position.clone().add(e.axis(n,-s,-r))}reach(){if(!this.shot)return 4.2*this.radius;let e=new X(...this.shot.c2w.slice(0,3).map(n=>n[3])),t=new X(...this.shot.c2w.slice(0,3).map(n=>n[2]));return this.middle.clone().sub(e).dot(t)}pose(){let{state:e}=this,t=e.opacity<1;for(let n of this.parts){let{mesh:s,veil:r,uniforms:a}=n,o=!n.isEye||e.eyes;if(s.visible=o&&(n.isEye||e.opacity>0),n.isEye){let c=this.gazeTurn();s.matrix.makeTranslation(n.pivot).multiply(new pt().makeRotationFromQuaternion(c)).multiply(new pt().makeTranslation(n.pivot.clone().negate())),a.turn.value.setFromMatrix4(s.matrix)}else a.opacity.value=e.opacity,s.material.transparent=t,s.material.blending=t?hi:gn,s.renderOrder=t?2:0,r.visible=t&&s.visible,r.material.transparent=t;a.use_map.value.set(...go.map(c=>Number(e.maps[c]&&!!n.maps[c]))),e.wireframe&&!n.wire&&(n.wire=new Ps(new Fs(s.geometry),this.lines),n.wire.matrixAutoUpdate=n.wire.frustumCulled=!1,n.wire.renderOrder=3,this.scene.add(n.wire)),n.wire&&(n.wire.visible=e.wireframe&&s.visible,n.wire.matrix.copy(s.matrix)),s.material.polygonOffset=e.wireframe,s.material.polygonOffsetFactor=s.material.polygonOffsetUnits=1}this.scene.updateMatrixWorld(!0)}castShadows(e){let{shared:t,lampCamera:n,renderer:s}=this,r=e.distanceTo(this.middle);if(r<1.02*this.radius){t.shadows.value=!1;return}let a=this.middle.clone().sub(e).divideScalar(r),c=(Math.abs(a.y)<.9?new X(0,1,0):new X(1,0,0)).cross(a).normalize(),h=new X().crossVectors(a,c),d=fs/2*Math.sqrt(r**2-this.radius**2)/this.radius,p=r-1.01*this.radius,f=r+1.01*this.radius;n.matrix.makeBasis(c,h.negate(),a.clone().negate()).setPosition(e);let g=2*d/fs;n.projectionMatrix.set(g,0,0,0,0,g,0,0,0,0,-(f+p)/(f-p),-2*f*p/(f-p),0,0,-1,0),n.projectionMatrixInverse.copy(n.projectionMatrix).invert(),n.matrixWorld.copy(n.matrix),n.matrixWorldInverse.copy(n.matrix).invert(),t.shadow_view.value.makeScale(1,1,-1).multiply(n.matrixWorldInverse),t.shadow_lens.value.set(d,p,f,2*r/d);let v=this.scene.children.filter(x=>x.visible&&!this.parts.some(_=>_.mesh===x));v.forEach(x=>{x.visible=!1});let E=t.shadow_depth.value;t.shadow_depth.value=null,n.matrixWorldAutoUpdate=!1,this.scene.overrideMaterial=this.depthOnly,s.setRenderTarget(this.shadow),s.clear(),s.render(this.scene,n),this.scene.overrideMaterial=null,t.shadow_depth.value=E,v.forEach(x=>{x.visible=!0})}gazeTurn(){let t=this.parts.filter(n=>n.isEye).reduce((n,s)=>n.add(s.looks),new X).normalize();return new Ft().setFromUnitVectors(t,t.clone().add(this.state.gaze).normalize())}eyeAt(e,t){if(!this.state.eyes)return null;let n=new zs,s=new ut(e/this.canvas.clientWidth*2-1,1-t/this.canvas.clientHeight*2);n.ray.origin.copy(this.camera.position),n.ray.direction.set(s.x,s.y,.5).unproject(this.camera.three).sub(this.camera.position).normalize();let r=this.parts.filter(o=>o.mesh.visible&&(o.isEye||this.state.opacity===1)).map(o=>o.mesh),[a]=n.intersectObjects(r,!1);return a&&this.parts.find(o=>o.isEye&&o.mesh===a.object)||null}look(e,t,n){let{camera:s,state:r}=this,o=e.mesh.geometry.boundingSphere.radius*s.lens.fx*s.frame(this.canvas.clientWidth,this.canvas.clientHeight).scale/s.position.distanceTo(e.pivot),c=this.parts.filter(f=>f.isEye),h=c.reduce((f,g)=>f.add(g.looks),new X).normalize(),d=h.clone().add(r.gaze).addScaledVector(s.axis(1,0,0),t/o).addScaledVector(s.axis(0,1,0),-n/o).normalize(),p=h.angleTo(d);p>uu&&d.copy(h).applyQuaternion(new Ft().slerp(new Ft().setFromUnitVectors(h,d),uu/p)),r.gaze=d.sub(h),this.invalidate()}picture(){return this.draw(),new Promise(e=>this.canvas.toBlob(e,"image/png"))}async turntable(e,t){let n=["video/mp4;codecs=avc1.640028","video/mp4","video/webm;codecs=vp9","video/webm"].find(d=>window.MediaRecorder?.isTypeSupported(d));if(!n)throw new Error("This browser records no video; lib.export.turntable writes one from Python.");let s=new MediaRecorder(this.canvas.captureStream(30),{mimeType:n,videoBitsPerSecond:12e6}),r=[];s.ondataavailable=d=>r.push(d.data);let a=new Promise(d=>{s.onstop=d}),o={position:this.camera.position.clone(),turn:this.camera.turn.clone(),shot:this.camera.shot};s.start();let c=performance.now();for(let d=0,p=0;p<1;)await new Promise(requestAnimationFrame),p=Math.min((performance.now()-c)/(1e3*e),1),this.camera.orbit(2*Math.PI*p-d,0),d=2*Math.PI*p,this.draw(),t?.(p);s.stop(),await a,Object.assign(this.camera,{shot:o.shot}),this.camera.position.copy(o.position),this.camera.turn.copy(o.turn),this.invalidate();let h=new Blob(r,{type:n.split(";")[0]});if(!h.size)throw new Error("The browser recorded nothing: it draws too slowly here. lib.export.turntable writes a film from Python.");return{blob:h,extension:n.includes("mp4")?"mp4":"webm"}}dispose(){this.gone=!0,cancelAnimationFrame(this.pending),this.panoramas.forEach(e=>e.dispose()),this.renderer.dispose(),this.renderer.forceContextLoss()}};var Gl={flash:"Flash",lamp:"Lamp",environment:"Environment",shaded:"Shaded",diffuse:"Diffuse",specular:"Specular",roughness:"Roughness",normals:"Normals",checker:"UV checker",photo:"As the photo",srgb:"Plain sRGB",neutral:"Neutral (Khronos)",aces:"Film (ACES)",black:"Black",grey:"Grey",white:"White",normal:"Normal"},l0=[["Drag · one finger","turn the head"],["Right drag · Shift drag · two fingers","move"],["Wheel · pinch · + −","zoom"],["← → ↑ ↓","turn; with Shift: move"],["0","back to the photo's camera"],["C","photo over render, and back"],["1 2 3","flash, lamp, environment"],["V","next view: shaded, diffuse, …"],["W","wireframe"],["E","eyes on or off"],["[ ]","darker, brighter"],["< >","turn the environment or the lamp"],["S","screenshot"],["T","turntable film"],["Esc","give the wheel back to the page"]],fu=8;function Ke(i,e={},...t){let n=document.createElement(i);for(let[s,r]of Object.entries(e))s.startsWith("on")?n.addEventListener(s.slice(2),r):r!==void 0&&r!==!1&&n.setAttribute(s,r===!0?"":r);return n.append(...t.filter(s=>s!=null)),n}function Vl({whole:i}){let e=Ke("canvas",{class:"hv-canvas","aria-label":"The head. Drag to turn it; press ? for help."}),t=Ke("div",{class:"hv-note",role:"status"},"Loading the head …"),n=Ke("div",{class:"hv-stage"},e,t),s=Ke("div",{class:"hv-panel"}),r=Ke("div",{class:"hv-bar",role:"toolbar"}),a=Ke("div",{class:`hv-root${i?" hv-whole":""}`,tabindex:0,"data-lm-suppress-shortcuts":"true","data-jp-suppress-context-menu":"true"},r,Ke("div",{class:"hv-middle"},n,s)),o=(c,h=!1)=>{t.textContent=c,t.hidden=!c,t.classList.toggle("problem",h)};return{root:a,canvas:e,say:o,attach:c=>c0({root:a,bar:r,stage:n,panel:s,canvas:e,say:o,whole:i,viewer:c})}}function c0({root:i,bar:e,stage:t,panel:n,canvas:s,say:r,whole:a,viewer:o}){let{state:c,camera:h}=o,d=new AbortController,{signal:p}=d,f=(G,he,ne,ke={})=>G.addEventListener(he,ne,{...ke,signal:p}),g=()=>{Oe(),o.invalidate()},v={compare:!1,split:.5,filming:!1},E=0,x=(G,he)=>{r(G,he),clearTimeout(E),E=setTimeout(()=>r(""),he?8e3:2500)},_=(G,he,ne,ke)=>Ke("button",{type:"button",title:ne,"data-name":G,onclick:()=>{ke(),i.focus({preventScroll:!0})}},he),R=[];function D(G,he,ne,ke,xe){let Te=Ke("select",{"data-name":G,onchange:()=>{xe(Te.value),g()}});return R.push(()=>{let A=typeof ne=="function"?ne():ne;Te.options.length!==A.length&&Te.replaceChildren(...A.map(S=>Ke("option",{value:S},Gl[S]||S))),Te.value=ke()}),Ke("label",{class:"hv-row"},Ke("span",{},he),Te)}function I(G,he,[ne,ke,xe],Te,A,S){let W=Ke("input",{type:"range",min:ne,max:ke,step:xe,"data-name":G,oninput:()=>{A(+W.value),g()}}),pe=Ke("output",{});return R.push(()=>{W.value=Te(),pe.textContent=S(Te())}),Ke("label",{class:"hv-row"},Ke("span",{},he),W,pe)}function N(G,he,ne,ke){let xe=Ke("input",{type:"checkbox","data-name":G,onchange:()=>{ke(xe.checked),g()}});return R.push(()=>{xe.checked=ne()}),Ke("label",{class:"hv-tick"},xe,he)}let P=(G,he,...ne)=>Ke("section",{"data-name":G},Ke("h3",{},he),...ne),y=(G,he)=>`${G>0?"+":G<0?"−":""}${Math.abs(G).toFixed(1)} ${he}`,b=xo.map((G,he)=>_(`light-${G}`,Gl[G],`${["Flash at the camera","A lamp you drag","Light from all around"][he]} (${he+1})`,()=>{c.light=G,g()})),H=_("reset","Reset view","Back to the photo's camera (0)",()=>He()),F=_("compare","Compare","The photo slides over the render (C)",()=>ge()),O=_("screenshot","Screenshot","Save what is shown as PNG (S)",()=>Ve()),Y=_("turntable","Turntable",`Film one turn of ${fu} s, as MP4 or WebM (T)`,()=>at()),Q=_("full","Full screen","Fill the screen; Esc leaves",()=>document.fullscreenElement?document.exitFullscreen():i.requestFullscreen?.()),L=_("help","?","Keys and gestures (?)",()=>{Fe.hidden=!Fe.hidden}),J=_("fold","Controls","Show or hide the controls",()=>{i.classList.toggle("hv-folded")}),Z=Ke("input",{type:"file",accept:".hdr,.exr",hidden:!0,"data-name":"panorama-file",onchange:()=>Z.files[0]&&ht(Z.files[0])}),$=Ke("div",{class:"hv-pad",tabindex:0,role:"slider","aria-label":"Direction of the lamp","aria-valuetext":"","data-name":"pad",title:"Where the lamp is: the middle is at the camera, the rim behind the head"},Ke("i")),me=G=>o.shots.some(he=>he.room)?N(G,"Room light of the capture",()=>c.room,he=>{c.room=he}):null,K={flash:Ke("div",{},me("room"),Ke("p",{},"The flash sits at the camera. Off the photo's place, exposure follows the distance.")),lamp:Ke("div",{},Ke("div",{class:"hv-beside"},$,Ke("p",{},"Drag the lamp in the picture, or here: the middle is at the camera, the rim behind the head.")),I("lamp-distance","Distance",[1.2,8,.05],()=>c.lamp.distance/o.radius,G=>{c.lamp.distance=G*o.radius},G=>`${G.toFixed(1)} ×`),N("shadows","Shadows",()=>c.shadows,G=>{c.shadows=G}),me("room-too")),environment:Ke("div",{},D("environment","Scene",()=>o.environments,()=>c.environment,G=>o.light(G)),I("angle","Rotation",[-180,180,1],()=>Math.round(c.angle*180/Math.PI),G=>{c.angle=G*Math.PI/180},G=>`${G}°`),N("backdrop","Show it behind the head",()=>c.backdrop,G=>{c.backdrop=G}),Ke("div",{},_("panorama","Open .hdr or .exr …","A panorama of your own, twice as wide as high",()=>Z.click()),Z))};n.append(P("light","Light",...Object.values(K)),P("picture","Picture",I("exposure","Exposure",[-4,4,.1],()=>c.exposure,G=>{c.exposure=G},G=>y(G,"EV")),D("tone","Tones",mo,()=>c.tone,G=>{c.tone=G}),D("background","Backdrop",["black","grey","white"],()=>c.background,G=>{c.background=G})),P("surface","Surface",D("show","View",ds,()=>c.show,G=>{c.show=G}),Ke("div",{class:"hv-maps"},"Maps in use"),Ke("div",{class:"hv-ticks",role:"group","aria-label":"Maps in use"},...go.map(G=>N(`map-${G}`,Gl[G],()=>c.maps[G],he=>{c.maps[G]=he}))),Ke("div",{class:"hv-ticks hv-apart"},N("wireframe","Wireframe",()=>c.wireframe,G=>{c.wireframe=G}),o.hasEyes?N("eyes","Eyes",()=>c.eyes,G=>{c.eyes=G}):null),I("opacity","Head",[0,1,.05],()=>c.opacity,G=>{c.opacity=G},G=>`${Math.round(100*G)} %`))),o.hasEyes&&n.append(P("gaze","Gaze",Ke("div",{class:"hv-beside"},_("ahead","Look ahead","As the eyes were exported",()=>{c.gaze.set(0,0,0),g()}),Ke("p",{},"Drag an eye to turn both.")))),o.shots.length&&n.append(P("photo","Photo",o.shots.length>1?D("shot","Camera",o.shots.map((G,he)=>String(he)),()=>String(c.shot),G=>He(+G)):Ke("p",{},o.shots[0].name)));let le=Ke("img",{class:"hv-photo",alt:"The photo",draggable:"false"}),ue=Ke("div",{class:"hv-divider",tabindex:0,role:"slider","aria-label":"How much of the photo is shown","data-name":"divider"},Ke("b",{},"photo"),Ke("b",{},"render")),Ee=Ke("div",{class:"hv-lamp",tabindex:0,role:"slider","aria-label":"Lamp","aria-valuetext":"","data-name":"lamp",title:"Drag the lamp"}),Fe=Ke("div",{class:"hv-help",hidden:!0,onclick:()=>{Fe.hidden=!0}},Ke("h3",{},"Keys and gestures"),Ke("dl",{},...l0.flatMap(([G,he])=>[Ke("dt",{},G),Ke("dd",{},he)]))),se=(...G)=>Ke("span",{class:"hv-group"},...G);t.append(le,ue,Ee,Fe),e.append(Ke("span",{class:"hv-group",role:"group","aria-label":"Light"},...b),Ke("span",{class:"hv-space"}),se(H,o.shots.some(G=>G.image)?F:null),se(O,Y),se(Q,J,L));let ye=()=>[s.clientWidth,s.clientHeight];function Oe(){R.forEach(Te=>Te());let G=n.querySelector('[data-name="shot"]');G&&[...G.options].forEach((Te,A)=>{Te.textContent=o.shots[A].name}),xo.forEach((Te,A)=>{b[A].classList.toggle("on",Te===c.light),b[A].setAttribute("aria-pressed",Te===c.light),K[Te].hidden=Te!==c.light}),F.classList.toggle("on",v.compare),F.setAttribute("aria-pressed",v.compare);let[he,ne]=ye(),ke=h.lens&&he?h.frame(he,ne):null,xe=v.compare&&h.shot?.image&&ke;le.hidden=ue.hidden=!xe,xe&&(le.dataset.name!==h.shot.name&&(le.dataset.name=h.shot.name,URL.revokeObjectURL(le.src),le.src=URL.createObjectURL(o.content.blob(h.shot.image))),Object.assign(le.style,{left:`${ke.x}px`,top:`${ke.y}px`,width:`${ke.width}px`,height:`${ke.height}px`,clipPath:`inset(0 ${100*(1-v.split)}% 0 0)`}),Object.assign(ue.style,{left:`${ke.x+v.split*ke.width}px`,top:`${ke.y}px`,height:`${ke.height}px`}),ue.setAttribute("aria-valuenow",Math.round(100*v.split))),i.dataset.view=JSON.stringify({ready:o.parts.length>0,light:c.light,atPhoto:!!h.shot,shot:c.shot,frame:ke,exposure:c.exposure,angle:c.angle,environment:c.environment,position:h.position.toArray(),gaze:c.gaze.toArray(),lamp:o.lampPosition.toArray(),lampRgb:o.lampRgb,show:c.show,compare:!!xe,drawn:v.drawn||0})}o.listeners.add(()=>{let[G,he]=ye();if(Ee.hidden=c.light!=="lamp"||c.show!=="shaded"||v.filming,!Ee.hidden){let ne=h.project(o.lampPosition,G,he),ke=ne.ahead&&ne.x>0&&ne.x<G&&ne.y>0&&ne.y<he;ne.ahead||(ne.x=G-ne.x,ne.y=he-ne.y),Ee.style.left=`${Math.min(Math.max(ne.x,18),G-18)}px`,Ee.style.top=`${Math.min(Math.max(ne.y,18),he-18)}px`,Ee.classList.toggle("outside",!ke);let[xe,Te]=it();$.firstChild.style.left=`${50+50*xe}%`,$.firstChild.style.top=`${50+50*Te}%`}v.drawn=(v.drawn||0)+1,Oe()});function He(G=c.shot){o.reset(G),g()}function ge(){v.compare=!(v.compare&&h.shot),v.compare&&(c.light="flash",c.show="shaded",He()),g()}let We=(G,he)=>{let ne=Ke("a",{href:URL.createObjectURL(G),download:he});ne.click(),setTimeout(()=>URL.revokeObjectURL(ne.href),1e4),x(`Saved ${he} to your downloads`)},dt=o.content.header.title||"head";async function Ve(){We(await o.picture(),`${dt}.png`)}async function at(){if(!v.filming){v.filming=!0;try{let{blob:G,extension:he}=await o.turntable(fu,ne=>r(`Filming: ${Math.round(100*ne)} %`));We(G,`${dt}_turntable.${he}`)}catch(G){x(G.message,!0)}finally{v.filming=!1,g()}}}async function ht(G){r(`Reading ${G.name} …`);try{let he=await lu(G);o.add(he),await o.light(he.name),r("")}catch(he){x(he.message,!0)}Z.value="",g()}function it(){let{direction:G}=c.lamp,he=G.dot(h.axis(1,0,0)),ne=-G.dot(h.axis(0,1,0)),ke=G.dot(h.axis(0,0,1)),xe=Math.atan2(Math.hypot(he,ne),ke)/Math.PI,Te=Math.hypot(he,ne)||1;return[xe*he/Te,xe*ne/Te]}function Et(G,he){let ne=Math.min(Math.hypot(G,he),1),ke=Math.PI*ne,xe=Math.sin(ke)/(Math.hypot(G,he)||1);c.lamp.direction.copy(h.axis(xe*G,-xe*he,Math.cos(ke))).normalize(),g()}function Mt(G,he){let[ne,ke]=it();Et(ne+G,ke+he)}function It(G,he){let[ne,ke]=ye(),xe=h.project(o.middle,ne,ke),Te=h.position.distanceTo(o.middle),A=h.lens.fx*h.frame(ne,ke).scale/Te*c.lamp.distance,[S,W]=[(G-xe.x)/A,(he-xe.y)/A],pe=c.lamp.direction.dot(h.axis(0,0,1))>=0,ce=Math.hypot(S,W);ce>.999&&(S*=.999/ce,W*=.999/ce),c.lamp.direction.copy(h.axis(S,-W,(pe?1:-1)*Math.sqrt(1-S*S-W*W))).normalize(),g()}function vt(G,he,ne=()=>!0){f(G,"pointerdown",ke=>{if(!ne(ke))return;ke.preventDefault(),ke.stopPropagation(),G.focus({preventScroll:!0}),G.setPointerCapture(ke.pointerId),he(ke);let xe=A=>he(A),Te=()=>G.removeEventListener("pointermove",xe);G.addEventListener("pointermove",xe),G.addEventListener("pointerup",Te,{once:!0}),G.addEventListener("pointercancel",Te,{once:!0})})}let kt=G=>{let he=s.getBoundingClientRect();return[G.clientX-he.left,G.clientY-he.top]};vt(Ee,G=>{G.type==="pointermove"&&It(...kt(G))}),vt($,G=>{let he=$.getBoundingClientRect();Et((G.clientX-he.left)/he.width*2-1,(G.clientY-he.top)/he.height*2-1)}),vt(ue,G=>{let he=h.frame(...ye());v.split=Math.min(Math.max((kt(G)[0]-he.x)/he.width,0),1),Oe()});let _t=new Map,Pt=null,Ut=!1;f(s,"pointerdown",G=>{G.preventDefault(),i.focus({preventScroll:!0}),s.setPointerCapture(G.pointerId),_t.set(G.pointerId,kt(G)),Ut=G.button>0||G.shiftKey,Pt=_t.size===1&&!Ut?o.eyeAt(...kt(G)):null,s.classList.toggle("held",!0),Fe.hidden=!0}),f(s,"pointermove",G=>{let he=_t.get(G.pointerId),ne=kt(G);if(!he){!(G.buttons||G.pointerType==="touch")&&o.hasEyes&&s.classList.toggle("eye",!!(o.parts.length<8&&c.opacity===1&&z(ne)));return}let[ke,xe]=[ne[0]-he[0],ne[1]-he[1]];if(_t.size===2){let[Te]=[..._t].filter(([S])=>S!==G.pointerId).map(([,S])=>S),A=S=>Math.max(Math.hypot(S[0]-Te[0],S[1]-Te[1]),10);h.zoom(A(he)/A(ne)),h.pan(ke/2,xe/2,...ye())}else Pt?o.look(Pt,ke,xe):Ut?h.pan(ke,xe,...ye()):h.orbit(ke/ye()[1]*3.5,xe/ye()[1]*3.5);_t.set(G.pointerId,ne),g()});let Xt=G=>{_t.delete(G.pointerId),_t.size||(Pt=null,s.classList.remove("held"))};f(s,"pointerup",Xt),f(s,"pointercancel",Xt);function z([G,he]){let[ne,ke]=ye();return o.parts.some(xe=>{if(!xe.isEye||!c.eyes)return!1;let Te=h.project(xe.pivot,ne,ke),A=xe.mesh.geometry.boundingSphere.radius*h.lens.fx*h.frame(ne,ke).scale/h.position.distanceTo(xe.pivot);return Math.hypot(Te.x-G,Te.y-he)<.8*A})}f(i,"contextmenu",G=>{G.target===s&&(G.preventDefault(),G.stopPropagation())}),f(s,"wheel",G=>{if(!(a||i.contains(document.activeElement)||i.getRootNode().activeElement===i)){x("Click the picture first, then the wheel zooms");return}G.preventDefault(),h.zoom(Math.exp(G.deltaY*(G.deltaMode?.05:.0012))),g()},{passive:!1}),f(i,"keydown",G=>{if(G.ctrlKey||G.metaKey||G.altKey)return;let{target:he,key:ne}=G;if(["SELECT","INPUT"].includes(he.tagName)||he.tagName==="BUTTON"&&["Enter"," "].includes(ne)){G.stopPropagation();return}let xe={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]}[ne],Te=W=>c.light==="lamp"?Mt(.04*W,0):c.angle=h0(c.angle+W*Math.PI/36),S={0:()=>He(),"+":()=>h.zoom(.88),"=":()=>h.zoom(.88),"-":()=>h.zoom(1/.88),c:ge,1:()=>{c.light="flash"},2:()=>{c.light="lamp"},3:()=>{c.light="environment"},v:()=>{c.show=ds[(ds.indexOf(c.show)+1)%ds.length]},w:()=>{c.wireframe=!c.wireframe},e:()=>{c.eyes=!c.eyes},"[":()=>{c.exposure=Math.max(c.exposure-.2,-4)},"]":()=>{c.exposure=Math.min(c.exposure+.2,4)},"<":()=>Te(-1),">":()=>Te(1),",":()=>Te(-1),".":()=>Te(1),s:Ve,t:at,"?":()=>{Fe.hidden=!Fe.hidden},Escape:()=>{Fe.hidden?document.activeElement?.blur():Fe.hidden=!0}}[ne.length===1?ne.toLowerCase():ne];if(xe&&(he===Ee||he===$))Mt(.03*xe[0],.03*xe[1]);else if(xe&&he===ue)v.split=Math.min(Math.max(v.split+.02*xe[0],0),1);else if(xe&&G.shiftKey)h.pan(-25*xe[0],-25*xe[1],...ye());else if(xe)h.orbit(-.08*xe[0],-.08*xe[1]);else if(S)S();else return;G.preventDefault(),G.stopPropagation(),g()});let Ht=new ResizeObserver(()=>g());return Ht.observe(s),f(s,"webglcontextlost",G=>{G.preventDefault(),o.gone||r("The graphics card dropped this viewer (too many of them are open). Run the cell again.",!0)}),i.classList.toggle("hv-folded",i.clientWidth<=720),r(""),g(),()=>{d.abort(),Ht.disconnect(),clearTimeout(E),URL.revokeObjectURL(le.src),o.dispose()}}var h0=i=>Math.atan2(Math.sin(i),Math.cos(i));var du=`.hv-root {
  --ink: var(--jp-ui-font-color1, #e8eaee); --soft: var(--jp-ui-font-color2, #a9afba); --paper: var(--jp-layout-color1, #1b1e24);
  --raised: var(--jp-layout-color2, #272b33); --line: var(--jp-border-color2, #3a3f4a); --accent: var(--jp-brand-color1, #4c9aff);
  font: 13px/1.4 var(--jp-ui-font-family, system-ui, -apple-system, "Segoe UI", sans-serif); color: var(--ink); background: var(--paper);
  display: flex; flex-direction: column; height: min(680px, 84vh); min-height: 380px; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; outline: none;
  container-type: inline-size; box-sizing: border-box; position: relative;
}
.hv-root *, .hv-root *::before { box-sizing: border-box; }
.hv-root:focus-within { border-color: var(--accent); }
.hv-root.hv-whole, .hv-root:fullscreen { height: 100dvh; width: 100vw; border: 0; border-radius: 0; min-height: 0; }
.hv-middle { position: relative; display: flex; flex: 1 1 auto; min-height: 0; }
.hv-root [hidden] { display: none !important; }
.hv-stage { position: relative; flex: 1 1 auto; min-width: 0; background: #000; overflow: hidden; }
.hv-canvas { position: absolute; inset: 0; width: 100%; height: 100%; display: block; touch-action: none; cursor: grab; }
.hv-canvas.eye { cursor: move; }
.hv-canvas.held { cursor: grabbing; }
.hv-panel { flex: 0 0 262px; overflow-y: auto; border-left: 1px solid var(--line); padding: 2px 12px 12px; scrollbar-width: thin; }
.hv-folded .hv-panel { display: none; }
.hv-panel section { padding: 8px 0 9px; border-bottom: 1px solid var(--line); }
.hv-panel section:last-child { border: 0; }
.hv-root h3 { margin: 0 0 5px; font: inherit; font-size: 11px; font-weight: 650; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); }
.hv-root p { margin: 3px 0 0; color: var(--soft); font-size: 12px; line-height: 1.35; }
.hv-row { display: grid; grid-template-columns: 68px minmax(0, 1fr) auto; align-items: center; gap: 8px; min-height: 29px; }
.hv-row select { grid-column: 2 / 4; width: 100%; }
.hv-row output { min-width: 50px; text-align: right; color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
.hv-tick { display: flex; align-items: center; gap: 7px; min-height: 26px; cursor: pointer; }
.hv-maps { color: var(--soft); font-size: 12px; margin-top: 5px; }
.hv-apart { margin-top: 4px; }
.hv-ticks { display: grid; grid-template-columns: 1fr 1fr; column-gap: 6px; }
.hv-root input[type="checkbox"] { width: 15px; height: 15px; margin: 0; accent-color: var(--accent); flex: none; }
.hv-root input[type="range"] { width: 100%; margin: 0; accent-color: var(--accent); height: 22px; }
.hv-root select, .hv-root button {
  font: inherit; color: var(--ink); background: var(--raised); border: 1px solid var(--line); border-radius: 5px; padding: 3px 9px; min-height: 28px; cursor: pointer;
}
.hv-root button:hover { border-color: var(--soft); }
.hv-root button.on { background: var(--accent); border-color: var(--accent); color: #fff; }
.hv-root :is(button, select, input, .hv-lamp, .hv-pad, .hv-divider):focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.hv-beside { display: flex; gap: 12px; align-items: center; padding-bottom: 4px; }
.hv-beside > :first-child { flex: none; }
.hv-pad { position: relative; width: 84px; height: 84px; border-radius: 50%; border: 1px solid var(--line); cursor: crosshair; touch-action: none;
  background: radial-gradient(circle, transparent 49%, var(--line) 49.5%, var(--line) 50.5%, transparent 51%) center / 100% 100%, var(--raised); }
.hv-pad::before { content: ""; position: absolute; left: 50%; top: 50%; width: 5px; height: 5px; margin: -2.5px; border-radius: 50%; background: var(--soft); }
.hv-pad i { position: absolute; width: 16px; height: 16px; margin: -8px; border-radius: 50%; background: #ffd45e; box-shadow: 0 0 0 1.5px #0009; pointer-events: none; }
.hv-bar { flex: none; display: flex; flex-wrap: wrap; gap: 6px 8px; padding: 7px 9px; border-bottom: 1px solid var(--line); min-height: 43px; }
.hv-space { flex: 1 1 0; }
.hv-group { display: inline-flex; border-radius: 6px; overflow: hidden; border: 1px solid var(--line); }
.hv-root .hv-group button { border: 0; border-radius: 0; padding: 3px 10px; border-left: 1px solid var(--line); white-space: nowrap; }
.hv-root .hv-group button:first-child { border-left: 0; }
.hv-root .hv-group button:hover:not(.on) { background: var(--line); }
.hv-root .hv-group button:focus-visible { outline-offset: -2px; }
.hv-note { position: absolute; left: 50%; bottom: 14px; transform: translateX(-50%); max-width: 88%; z-index: 3; padding: 6px 12px; border-radius: 6px; background: #1b1e24e6; color: #eef0f4; pointer-events: none; }
.hv-note.problem { background: #8d1f1f; }
.hv-photo { position: absolute; pointer-events: none; user-select: none; max-width: none; margin: 0; }
.hv-divider { position: absolute; width: 28px; margin-left: -14px; cursor: ew-resize; touch-action: none; outline-offset: -4px; }
.hv-divider::before { content: ""; position: absolute; left: 13px; top: 0; bottom: 0; width: 2px; background: #fff; box-shadow: 0 0 3px #000; }
.hv-divider::after { content: "⇔"; position: absolute; left: -1px; top: 50%; width: 30px; height: 30px; margin-top: -15px; border-radius: 50%; background: #fff; color: #222; text-align: center; font: 18px/29px sans-serif; box-shadow: 0 1px 4px #0009; }
.hv-divider b { position: absolute; bottom: 10px; font-weight: 500; font-size: 12px; color: #fff; background: #000a; border-radius: 4px; padding: 1px 7px; }
.hv-divider b:first-child { right: 22px; }
.hv-divider b:nth-child(2) { left: 22px; }
.hv-lamp { position: absolute; width: 30px; height: 30px; margin: -15px; border-radius: 50%; cursor: grab; touch-action: none; background: radial-gradient(circle, #fff 0 18%, #ffd45e 42%, #ffb52e 60%, transparent 62%); filter: drop-shadow(0 0 5px #ffcf66); }
.hv-lamp.outside { background: none; border: 3px dashed #ffd45e; }
.hv-help { position: absolute; inset: 12px auto auto 50%; transform: translateX(-50%); z-index: 4; max-height: calc(100% - 24px); overflow: auto; width: min(480px, 94%); padding: 14px 18px; border-radius: 8px; background: #1b1e24f5; color: #eef0f4; box-shadow: 0 6px 30px #000a; cursor: pointer; }
.hv-help h3 { color: #a9afba; }
.hv-help dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0; }
.hv-help dt { max-width: 190px; font-weight: 600; margin: 0; }
.hv-help dd { margin: 0; color: #c6cad2; }
@container (max-width: 720px) {
  .hv-root .hv-group button { padding: 3px 7px; }
  .hv-space { display: none; }
  .hv-panel { position: absolute; right: 0; top: 0; bottom: 0; width: min(262px, 78%); background: color-mix(in srgb, var(--paper) 92%, transparent); z-index: 2; }
}
`;var f0=15e3,d0="The kernel sends no head: it is busy, or was restarted. Run the cell above again.";async function mu(i,e){try{let t=new _o(i.canvas,e);return await t.ready,i.root.viewer=t,i.attach(t)}catch(t){let n=/WebGL/i.test(t.message);return i.say(n?"This browser offers no WebGL 2. Switch on hardware acceleration in its settings, or use another browser.":`The head cannot be shown: ${t.message}`,!0),console.error(t),()=>{}}}function gu(i){let e=document.createElement("style");e.textContent=du,i.prepend(e)}function p0({model:i,el:e}){let t=Vl({whole:!1});gu(t.root),e.append(t.root);let n=null,s=!1,r=setTimeout(()=>t.say(d0,!0),f0);async function a(o,c){o.kind!=="head"||n||s||(clearTimeout(r),n=()=>{},n=await mu(t,new er(o.header,c)),s&&n())}return i.on("msg:custom",a),i.send({do:"load"}),()=>{s=!0,clearTimeout(r),i.off("msg:custom",a),n?.()}}async function m0(i){let e=Vl({whole:!0});gu(e.root),document.body.append(e.root),e.root.focus();let t=await(await fetch(`data:application/octet-stream;base64,${i.textContent.trim()}`)).arrayBuffer();i.remove(),await mu(e,Gh(new Uint8Array(t)))}var pu=document.getElementById("head-viewer-data");pu&&m0(pu);var Cy={render:p0};export{Cy as default};

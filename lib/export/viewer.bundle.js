/* Built by lib/export/web/build.sh from sources f00627ecb35e9329 and three.js 0.187.0.

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
var vc=0,Ko=1,yc=2;var ks=1,Sc=2,is=3,ci=0,nn=1,on=2,gn=0,hi=1,Qo=2,jo=3,el=4,Mc=5;var Ei=100,bc=101,wc=102,Ec=103,Tc=104,Ac=200,Rc=201,Cc=202,Ic=203,tl=204,nl=205,Pc=206,Lc=207,Dc=208,Nc=209,Uc=210,Fc=211,Oc=212,Bc=213,zc=214,kr=0,Hr=1,Gr=2,Xi=3,Vr=4,Wr=5,Xr=6,qr=7,il=0,kc=1,Hc=2,Nn=0,sl=1,rl=2,al=3,ol=4,ll=5,cl=6,hl=7;var ul=300,Ti=301,ss=302,va=303,ya=304,qi=1e3,qt=1001,Yr=1002,It=1003,Gc=1004;var Hs=1005;var Mt=1006,Sa=1007;var _n=1008;var dn=1009,fl=1010,dl=1011,rs=1012,Ma=1013,wn=1014,Nt=1015,wt=1016,ba=1017,wa=1018,Ai=1020,pl=35902,ml=35899,gl=1021,_l=1022,Pt=1023,qn=1026,Yn=1027,ui=1028,Ea=1029,ln=1030,Ta=1031;var Aa=1033,Gs=33776,Vs=33777,Ws=33778,Xs=33779,Ra=35840,Ca=35841,Ia=35842,Pa=35843,La=36196,Da=37492,Na=37496,Ua=37488,Fa=37489,qs=37490,Oa=37491,Ba=37808,za=37809,ka=37810,Ha=37811,Ga=37812,Va=37813,Wa=37814,Xa=37815,qa=37816,Ya=37817,Za=37818,$a=37819,Ja=37820,Ka=37821,Qa=36492,ja=36494,eo=36495,to=36283,no=36284,Ys=36285,io=36286;var Es=2300,Zr=2301,Br=2302,Go=2303,Vo=2400,Wo=2401,Xo=2402;var Vc=3200;var xl=0,Wc=1,En="",jt="srgb",tn="srgb-linear",Ts="linear",vt="srgb";var zr=7680;var Xc=519,qc=512,Yc=513,Zc=514,vl=515,$c=516,Jc=517,yl=518,Sl=519,Kc=35044;var Zs="300 es",mn=2e3,As=2001;function _u(i){for(let e=i.length-1;e>=0;--e)if(i[e]>=65535)return!0;return!1}function xu(i){return ArrayBuffer.isView(i)&&!(i instanceof DataView)}function Rs(i){return document.createElementNS("http://www.w3.org/1999/xhtml",i)}function Qc(){let i=Rs("canvas");return i.style.display="block",i}var Wl={},Yi=null;function Ml(...i){let e="THREE."+i.shift();Yi?Yi("log",e,...i):console.log(e,...i)}function jc(i){let e=i[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=i[1];t&&t.isStackTrace?i[0]+=" "+t.getLocation():i[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return i}function Ze(...i){i=jc(i);let e="THREE."+i.shift();if(Yi)Yi("warn",e,...i);else{let t=i[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...i)}}function je(...i){i=jc(i);let e="THREE."+i.shift();if(Yi)Yi("error",e,...i);else{let t=i[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...i)}}function ws(...i){let e=i.join(" ");e in Wl||(Wl[e]=!0,Ze(...i))}function eh(i,e,t){return new Promise(function(n,s){function r(){switch(i.clientWaitSync(e,i.SYNC_FLUSH_COMMANDS_BIT,0)){case i.WAIT_FAILED:s();break;case i.TIMEOUT_EXPIRED:setTimeout(r,t);break;default:n()}}setTimeout(r,t)})}var th={[kr]:kr,[Gr]:Xr,[Vr]:Vr,[Xi]:Wr,[Hr]:Hr,[Xr]:Gr,[qr]:qr,[Wr]:Xi},Ln=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let n=this._listeners;n[e]===void 0&&(n[e]=[]),n[e].indexOf(t)===-1&&n[e].push(t)}hasEventListener(e,t){let n=this._listeners;return n===void 0?!1:n[e]!==void 0&&n[e].indexOf(t)!==-1}removeEventListener(e,t){let n=this._listeners;if(n===void 0)return;let s=n[e];if(s!==void 0){let r=s.indexOf(t);r!==-1&&s.splice(r,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let n=t[e.type];if(n!==void 0){e.target=this;let s=n.slice(0);for(let r=0,a=s.length;r<a;r++)s[r].call(this,e);e.target=null}}},$t=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"];var yo=Math.PI/180,$r=180/Math.PI;function $s(){let i=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0;return($t[i&255]+$t[i>>8&255]+$t[i>>16&255]+$t[i>>24&255]+"-"+$t[e&255]+$t[e>>8&255]+"-"+$t[e>>16&15|64]+$t[e>>24&255]+"-"+$t[t&63|128]+$t[t>>8&255]+"-"+$t[t>>16&255]+$t[t>>24&255]+$t[n&255]+$t[n>>8&255]+$t[n>>16&255]+$t[n>>24&255]).toLowerCase()}function ht(i,e,t){return Math.max(e,Math.min(t,i))}function vu(i,e){return(i%e+e)%e}function So(i,e,t){return(1-t)*i+t*e}function nh(i){return Math.pow(2,Math.floor(Math.log(i)/Math.LN2))}function bl(i){switch(i.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function yu(i,e){if(e.constructor===Float32Array)return i;let t=bl(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(i/t,-1)}function Su(i,e){if(e.constructor===Float32Array)return i;let t=bl(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(i*t)}var dt=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,n=this.y,s=e.elements;return this.x=s[0]*t+s[3]*n+s[6],this.y=s[1]*t+s[4]*n+s[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=ht(this.x,e.x,t.x),this.y=ht(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=ht(this.x,e,t),this.y=ht(this.y,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(ht(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(ht(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y;return t*t+n*n}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let n=Math.cos(t),s=Math.sin(t),r=this.x-e.x,a=this.y-e.y;return this.x=r*n-a*s+e.x,this.y=r*s+a*n+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},Ut=class{constructor(e=0,t=0,n=0,s=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=n,this._w=s}static slerpFlat(e,t,n,s,r,a,o){let c=n[s+0],h=n[s+1],d=n[s+2],p=n[s+3],f=r[a+0],g=r[a+1],y=r[a+2],T=r[a+3];if(p!==T||c!==f||h!==g||d!==y){let _=c*f+h*g+d*y+p*T;_<0&&(f=-f,g=-g,y=-y,T=-T,_=-_);let x=1-o;if(_<.9995){let R=Math.acos(_),N=Math.sin(R);x=Math.sin(x*R)/N,o=Math.sin(o*R)/N,c=c*x+f*o,h=h*x+g*o,d=d*x+y*o,p=p*x+T*o}else{c=c*x+f*o,h=h*x+g*o,d=d*x+y*o,p=p*x+T*o;let R=1/Math.sqrt(c*c+h*h+d*d+p*p);c*=R,h*=R,d*=R,p*=R}}e[t]=c,e[t+1]=h,e[t+2]=d,e[t+3]=p}static multiplyQuaternionsFlat(e,t,n,s,r,a){let o=n[s],c=n[s+1],h=n[s+2],d=n[s+3],p=r[a],f=r[a+1],g=r[a+2],y=r[a+3];return e[t]=o*y+d*p+c*g-h*f,e[t+1]=c*y+d*f+h*p-o*g,e[t+2]=h*y+d*g+o*f-c*p,e[t+3]=d*y-o*p-c*f-h*g,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,n,s){return this._x=e,this._y=t,this._z=n,this._w=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let n=e._x,s=e._y,r=e._z,a=e._order,o=Math.cos,c=Math.sin,h=o(n/2),d=o(s/2),p=o(r/2),f=c(n/2),g=c(s/2),y=c(r/2);switch(a){case"XYZ":this._x=f*d*p+h*g*y,this._y=h*g*p-f*d*y,this._z=h*d*y+f*g*p,this._w=h*d*p-f*g*y;break;case"YXZ":this._x=f*d*p+h*g*y,this._y=h*g*p-f*d*y,this._z=h*d*y-f*g*p,this._w=h*d*p+f*g*y;break;case"ZXY":this._x=f*d*p-h*g*y,this._y=h*g*p+f*d*y,this._z=h*d*y+f*g*p,this._w=h*d*p-f*g*y;break;case"ZYX":this._x=f*d*p-h*g*y,this._y=h*g*p+f*d*y,this._z=h*d*y-f*g*p,this._w=h*d*p+f*g*y;break;case"YZX":this._x=f*d*p+h*g*y,this._y=h*g*p+f*d*y,this._z=h*d*y-f*g*p,this._w=h*d*p-f*g*y;break;case"XZY":this._x=f*d*p-h*g*y,this._y=h*g*p-f*d*y,this._z=h*d*y+f*g*p,this._w=h*d*p+f*g*y;break;default:Ze("Quaternion: .setFromEuler() encountered an unknown order: "+a)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let n=t/2,s=Math.sin(n);return this._x=e.x*s,this._y=e.y*s,this._z=e.z*s,this._w=Math.cos(n),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,n=t[0],s=t[4],r=t[8],a=t[1],o=t[5],c=t[9],h=t[2],d=t[6],p=t[10],f=n+o+p;if(f>0){let g=.5/Math.sqrt(f+1);this._w=.25/g,this._x=(d-c)*g,this._y=(r-h)*g,this._z=(a-s)*g}else if(n>o&&n>p){let g=2*Math.sqrt(1+n-o-p);this._w=(d-c)/g,this._x=.25*g,this._y=(s+a)/g,this._z=(r+h)/g}else if(o>p){let g=2*Math.sqrt(1+o-n-p);this._w=(r-h)/g,this._x=(s+a)/g,this._y=.25*g,this._z=(c+d)/g}else{let g=2*Math.sqrt(1+p-n-o);this._w=(a-s)/g,this._x=(r+h)/g,this._y=(c+d)/g,this._z=.25*g}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let n=e.dot(t)+1;return n<1e-8?(n=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=n):(this._x=0,this._y=-e.z,this._z=e.y,this._w=n)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=n),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(ht(this.dot(e),-1,1)))}rotateTowards(e,t){let n=this.angleTo(e);if(n===0)return this;let s=Math.min(1,t/n);return this.slerp(e,s),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let n=e._x,s=e._y,r=e._z,a=e._w,o=t._x,c=t._y,h=t._z,d=t._w;return this._x=n*d+a*o+s*h-r*c,this._y=s*d+a*c+r*o-n*h,this._z=r*d+a*h+n*c-s*o,this._w=a*d-n*o-s*c-r*h,this._onChangeCallback(),this}slerp(e,t){let n=e._x,s=e._y,r=e._z,a=e._w,o=this.dot(e);o<0&&(n=-n,s=-s,r=-r,a=-a,o=-o);let c=1-t;if(o<.9995){let h=Math.acos(o),d=Math.sin(h);c=Math.sin(c*h)/d,t=Math.sin(t*h)/d,this._x=this._x*c+n*t,this._y=this._y*c+s*t,this._z=this._z*c+r*t,this._w=this._w*c+a*t,this._onChangeCallback()}else this._x=this._x*c+n*t,this._y=this._y*c+s*t,this._z=this._z*c+r*t,this._w=this._w*c+a*t,this.normalize();return this}slerpQuaternions(e,t,n){return this.copy(e).slerp(t,n)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),n=Math.random(),s=Math.sqrt(1-n),r=Math.sqrt(n);return this.set(s*Math.sin(e),s*Math.cos(e),r*Math.sin(t),r*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},V=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,n=0){this.x=e,this.y=t,this.z=n}set(e,t,n){return n===void 0&&(n=this.z),this.x=e,this.y=t,this.z=n,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(Xl.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(Xl.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[3]*n+r[6]*s,this.y=r[1]*t+r[4]*n+r[7]*s,this.z=r[2]*t+r[5]*n+r[8]*s,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=e.elements,a=1/(r[3]*t+r[7]*n+r[11]*s+r[15]);return this.x=(r[0]*t+r[4]*n+r[8]*s+r[12])*a,this.y=(r[1]*t+r[5]*n+r[9]*s+r[13])*a,this.z=(r[2]*t+r[6]*n+r[10]*s+r[14])*a,this}applyQuaternion(e){let t=this.x,n=this.y,s=this.z,r=e.x,a=e.y,o=e.z,c=e.w,h=2*(a*s-o*n),d=2*(o*t-r*s),p=2*(r*n-a*t);return this.x=t+c*h+a*p-o*d,this.y=n+c*d+o*h-r*p,this.z=s+c*p+r*d-a*h,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[4]*n+r[8]*s,this.y=r[1]*t+r[5]*n+r[9]*s,this.z=r[2]*t+r[6]*n+r[10]*s,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=ht(this.x,e.x,t.x),this.y=ht(this.y,e.y,t.y),this.z=ht(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=ht(this.x,e,t),this.y=ht(this.y,e,t),this.z=ht(this.z,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(ht(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let n=e.x,s=e.y,r=e.z,a=t.x,o=t.y,c=t.z;return this.x=s*c-r*o,this.y=r*a-n*c,this.z=n*o-s*a,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let n=e.dot(this)/t;return this.copy(e).multiplyScalar(n)}projectOnPlane(e){return Mo.copy(this).projectOnVector(e),this.sub(Mo)}reflect(e){return this.sub(Mo.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(ht(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y,s=this.z-e.z;return t*t+n*n+s*s}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,n){let s=Math.sin(t)*e;return this.x=s*Math.sin(n),this.y=Math.cos(t)*e,this.z=s*Math.cos(n),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,n){return this.x=e*Math.sin(t),this.y=n,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),n=this.setFromMatrixColumn(e,1).length(),s=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=n,this.z=s,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,n=Math.sqrt(1-t*t);return this.x=n*Math.cos(e),this.y=t,this.z=n*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},Mo=new V,Xl=new Ut,et=class{static{this.prototype.isMatrix3=!0}constructor(e,t,n,s,r,a,o,c,h){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,a,o,c,h)}set(e,t,n,s,r,a,o,c,h){let d=this.elements;return d[0]=e,d[1]=s,d[2]=o,d[3]=t,d[4]=r,d[5]=c,d[6]=n,d[7]=a,d[8]=h,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],this}extractBasis(e,t,n){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),n.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,a=n[0],o=n[3],c=n[6],h=n[1],d=n[4],p=n[7],f=n[2],g=n[5],y=n[8],T=s[0],_=s[3],x=s[6],R=s[1],N=s[4],P=s[7],U=s[2],L=s[5],v=s[8];return r[0]=a*T+o*R+c*U,r[3]=a*_+o*N+c*L,r[6]=a*x+o*P+c*v,r[1]=h*T+d*R+p*U,r[4]=h*_+d*N+p*L,r[7]=h*x+d*P+p*v,r[2]=f*T+g*R+y*U,r[5]=f*_+g*N+y*L,r[8]=f*x+g*P+y*v,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],a=e[4],o=e[5],c=e[6],h=e[7],d=e[8];return t*a*d-t*o*h-n*r*d+n*o*c+s*r*h-s*a*c}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],a=e[4],o=e[5],c=e[6],h=e[7],d=e[8],p=d*a-o*h,f=o*c-d*r,g=h*r-a*c,y=t*p+n*f+s*g;if(y===0)return this.set(0,0,0,0,0,0,0,0,0);let T=1/y;return e[0]=p*T,e[1]=(s*h-d*n)*T,e[2]=(o*n-s*a)*T,e[3]=f*T,e[4]=(d*t-s*c)*T,e[5]=(s*r-o*t)*T,e[6]=g*T,e[7]=(n*c-h*t)*T,e[8]=(a*t-n*r)*T,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,n,s,r,a,o){let c=Math.cos(r),h=Math.sin(r);return this.set(n*c,n*h,-n*(c*a+h*o)+a+e,-s*h,s*c,-s*(-h*a+c*o)+o+t,0,0,1),this}scale(e,t){return ws("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(bo.makeScale(e,t)),this}rotate(e){return ws("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(bo.makeRotation(-e)),this}translate(e,t){return ws("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(bo.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,n,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<9;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<9;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e}clone(){return new this.constructor().fromArray(this.elements)}},bo=new et,ql=new et().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),Yl=new et().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function Mu(){let i={enabled:!0,workingColorSpace:tn,spaces:{},convert:function(s,r,a){return this.enabled===!1||r===a||!r||!a||(this.spaces[r].transfer===vt&&(s.r=Xn(s.r),s.g=Xn(s.g),s.b=Xn(s.b)),this.spaces[r].primaries!==this.spaces[a].primaries&&(s.applyMatrix3(this.spaces[r].toXYZ),s.applyMatrix3(this.spaces[a].fromXYZ)),this.spaces[a].transfer===vt&&(s.r=Wi(s.r),s.g=Wi(s.g),s.b=Wi(s.b))),s},workingToColorSpace:function(s,r){return this.convert(s,this.workingColorSpace,r)},colorSpaceToWorking:function(s,r){return this.convert(s,r,this.workingColorSpace)},getPrimaries:function(s){return this.spaces[s].primaries},getTransfer:function(s){return s===En?Ts:this.spaces[s].transfer},getToneMappingMode:function(s){return this.spaces[s].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(s,r=this.workingColorSpace){return s.fromArray(this.spaces[r].luminanceCoefficients)},define:function(s){Object.assign(this.spaces,s)},_getMatrix:function(s,r,a){return s.copy(this.spaces[a].fromXYZ).multiply(this.spaces[r].toXYZ)},_getDrawingBufferColorSpace:function(s){return this.spaces[s].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(s=this.workingColorSpace){return this.spaces[s].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],n=[.3127,.329];return i.define({[tn]:{primaries:e,whitePoint:n,transfer:Ts,toXYZ:ql,fromXYZ:Yl,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:jt},outputColorSpaceConfig:{drawingBufferColorSpace:jt}},[jt]:{primaries:e,whitePoint:n,transfer:vt,toXYZ:ql,fromXYZ:Yl,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:jt}}}),i}var ct=Mu();function Xn(i){return i<.04045?i*.0773993808:Math.pow(i*.9478672986+.0521327014,2.4)}function Wi(i){return i<.0031308?i*12.92:1.055*Math.pow(i,.41666)-.055}var Pi,Jr=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let n;if(e instanceof HTMLCanvasElement)n=e;else{Pi===void 0&&(Pi=Rs("canvas")),Pi.width=e.width,Pi.height=e.height;let s=Pi.getContext("2d");e instanceof ImageData?s.putImageData(e,0,0):s.drawImage(e,0,0,e.width,e.height),n=Pi}return n.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=Rs("canvas");t.width=e.width,t.height=e.height;let n=t.getContext("2d");n.drawImage(e,0,0,e.width,e.height);let s=n.getImageData(0,0,e.width,e.height),r=s.data;for(let a=0;a<r.length;a++)r[a]=Xn(r[a]/255)*255;return n.putImageData(s,0,0),t}else if(e.data){let t=e.data.slice(0);for(let n=0;n<t.length;n++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[n]=Math.floor(Xn(t[n]/255)*255):t[n]=Xn(t[n]);return{data:t,width:e.width,height:e.height}}else return Ze("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},bu=0,Zi=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:bu++}),this.uuid=$s(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let n={uuid:this.uuid,url:""},s=this.data;if(s!==null){let r;if(Array.isArray(s)){r=[];for(let a=0,o=s.length;a<o;a++)s[a].isDataTexture?r.push(wo(s[a].image)):r.push(wo(s[a]))}else r=wo(s);n.url=r}return t||(e.images[this.uuid]=n),n}};function wo(i){return typeof HTMLImageElement<"u"&&i instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&i instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&i instanceof ImageBitmap?Jr.getDataURL(i):i.data?{data:Array.from(i.data),width:i.width,height:i.height,type:i.data.constructor.name}:(Ze("Texture: Unable to serialize Texture."),{})}var wu=0,Eo=new V,Ft=class i extends Ln{constructor(e=i.DEFAULT_IMAGE,t=i.DEFAULT_MAPPING,n=qt,s=qt,r=Mt,a=_n,o=Pt,c=dn,h=i.DEFAULT_ANISOTROPY,d=En){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:wu++}),this.uuid=$s(),this.name="",this.source=new Zi(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=n,this.wrapT=s,this.magFilter=r,this.minFilter=a,this.anisotropy=h,this.format=o,this.internalFormat=null,this.type=c,this.offset=new dt(0,0),this.repeat=new dt(1,1),this.center=new dt(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new et,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=d,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(Eo).x}get height(){return this.source.getSize(Eo).y}get depth(){return this.source.getSize(Eo).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let n=e[t];if(n===void 0){Ze(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Ze(`Texture.setValues(): property '${t}' does not exist.`);continue}s&&n&&s.isVector2&&n.isVector2||s&&n&&s.isVector3&&n.isVector3||s&&n&&s.isMatrix3&&n.isMatrix3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let n={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(n.userData=this.userData),t||(e.textures[this.uuid]=n),n}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==ul)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case qi:e.x=e.x-Math.floor(e.x);break;case qt:e.x=e.x<0?0:1;break;case Yr:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case qi:e.y=e.y-Math.floor(e.y);break;case qt:e.y=e.y<0?0:1;break;case Yr:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};Ft.DEFAULT_IMAGE=null;Ft.DEFAULT_MAPPING=ul;Ft.DEFAULT_ANISOTROPY=1;var bt=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,n=0,s=1){this.x=e,this.y=t,this.z=n,this.w=s}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,n,s){return this.x=e,this.y=t,this.z=n,this.w=s,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=this.w,a=e.elements;return this.x=a[0]*t+a[4]*n+a[8]*s+a[12]*r,this.y=a[1]*t+a[5]*n+a[9]*s+a[13]*r,this.z=a[2]*t+a[6]*n+a[10]*s+a[14]*r,this.w=a[3]*t+a[7]*n+a[11]*s+a[15]*r,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,n,s,r,c=e.elements,h=c[0],d=c[4],p=c[8],f=c[1],g=c[5],y=c[9],T=c[2],_=c[6],x=c[10];if(Math.abs(d-f)<.01&&Math.abs(p-T)<.01&&Math.abs(y-_)<.01){if(Math.abs(d+f)<.1&&Math.abs(p+T)<.1&&Math.abs(y+_)<.1&&Math.abs(h+g+x-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let N=(h+1)/2,P=(g+1)/2,U=(x+1)/2,L=(d+f)/4,v=(p+T)/4,E=(y+_)/4;return N>P&&N>U?N<.01?(n=0,s=.707106781,r=.707106781):(n=Math.sqrt(N),s=L/n,r=v/n):P>U?P<.01?(n=.707106781,s=0,r=.707106781):(s=Math.sqrt(P),n=L/s,r=E/s):U<.01?(n=.707106781,s=.707106781,r=0):(r=Math.sqrt(U),n=v/r,s=E/r),this.set(n,s,r,t),this}let R=Math.sqrt((_-y)*(_-y)+(p-T)*(p-T)+(f-d)*(f-d));return Math.abs(R)<.001&&(R=1),this.x=(_-y)/R,this.y=(p-T)/R,this.z=(f-d)/R,this.w=Math.acos((h+g+x-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=ht(this.x,e.x,t.x),this.y=ht(this.y,e.y,t.y),this.z=ht(this.z,e.z,t.z),this.w=ht(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=ht(this.x,e,t),this.y=ht(this.y,e,t),this.z=ht(this.z,e,t),this.w=ht(this.w,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(ht(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this.w=e.w+(t.w-e.w)*n,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},Kr=class extends Ln{constructor(e=1,t=1,n={}){super(),n=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:Mt,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},n),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=n.depth,this.scissor=new bt(0,0,e,t),this.scissorTest=!1,this.viewport=new bt(0,0,e,t),this.textures=[];let s=n.count;for(let r=0;r<s;r++)this.textures[r]=new Ft({width:e,height:t,depth:n.depth}),this.textures[r].isRenderTargetTexture=!0,this.textures[r].renderTarget=this;this._setTextureOptions(n),this.depthBuffer=n.depthBuffer,this.stencilBuffer=n.stencilBuffer,this.resolveColorBuffer=n.resolveColorBuffer,this.resolveDepthBuffer=n.resolveDepthBuffer,this.resolveStencilBuffer=n.resolveStencilBuffer,this.storeMultisampledColorBuffer=n.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=n.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=n.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=n.depthTexture,this.samples=n.samples,this.multiview=n.multiview,this.useArrayDepthTexture=n.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:Mt,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let n=0;n<this.textures.length;n++)this.textures[n].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,n=1){if(this.width!==e||this.height!==t||this.depth!==n){this.width=e,this.height=t,this.depth=n;for(let s=0,r=this.textures.length;s<r;s++)this.textures[s].image.width=e,this.textures[s].image.height=t,this.textures[s].image.depth=n,this.textures[s].isData3DTexture!==!0&&(this.textures[s].isArrayTexture=this.textures[s].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,n=e.textures.length;t<n;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let s=Object.assign({},e.textures[t].image);this.textures[t].source=new Zi(s)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},Kt=class extends Kr{constructor(e=1,t=1,n={}){super(e,t,n),this.isWebGLRenderTarget=!0}},Si=class extends Ft{constructor(e=null,t=1,n=1,s=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=It,this.minFilter=It,this.wrapR=qt,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var Qr=class extends Ft{constructor(e=null,t=1,n=1,s=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=It,this.minFilter=It,this.wrapR=qt,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var gt=class i{static{this.prototype.isMatrix4=!0}constructor(e,t,n,s,r,a,o,c,h,d,p,f,g,y,T,_){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,a,o,c,h,d,p,f,g,y,T,_)}set(e,t,n,s,r,a,o,c,h,d,p,f,g,y,T,_){let x=this.elements;return x[0]=e,x[4]=t,x[8]=n,x[12]=s,x[1]=r,x[5]=a,x[9]=o,x[13]=c,x[2]=h,x[6]=d,x[10]=p,x[14]=f,x[3]=g,x[7]=y,x[11]=T,x[15]=_,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new i().fromArray(this.elements)}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],t[9]=n[9],t[10]=n[10],t[11]=n[11],t[12]=n[12],t[13]=n[13],t[14]=n[14],t[15]=n[15],this}copyPosition(e){let t=this.elements,n=e.elements;return t[12]=n[12],t[13]=n[13],t[14]=n[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,n){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),n.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),n.setFromMatrixColumn(this,2),this)}makeBasis(e,t,n){return this.set(e.x,t.x,n.x,0,e.y,t.y,n.y,0,e.z,t.z,n.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,n=e.elements,s=1/Li.setFromMatrixColumn(e,0).length(),r=1/Li.setFromMatrixColumn(e,1).length(),a=1/Li.setFromMatrixColumn(e,2).length();return t[0]=n[0]*s,t[1]=n[1]*s,t[2]=n[2]*s,t[3]=0,t[4]=n[4]*r,t[5]=n[5]*r,t[6]=n[6]*r,t[7]=0,t[8]=n[8]*a,t[9]=n[9]*a,t[10]=n[10]*a,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,n=e.x,s=e.y,r=e.z,a=Math.cos(n),o=Math.sin(n),c=Math.cos(s),h=Math.sin(s),d=Math.cos(r),p=Math.sin(r);if(e.order==="XYZ"){let f=a*d,g=a*p,y=o*d,T=o*p;t[0]=c*d,t[4]=-c*p,t[8]=h,t[1]=g+y*h,t[5]=f-T*h,t[9]=-o*c,t[2]=T-f*h,t[6]=y+g*h,t[10]=a*c}else if(e.order==="YXZ"){let f=c*d,g=c*p,y=h*d,T=h*p;t[0]=f+T*o,t[4]=y*o-g,t[8]=a*h,t[1]=a*p,t[5]=a*d,t[9]=-o,t[2]=g*o-y,t[6]=T+f*o,t[10]=a*c}else if(e.order==="ZXY"){let f=c*d,g=c*p,y=h*d,T=h*p;t[0]=f-T*o,t[4]=-a*p,t[8]=y+g*o,t[1]=g+y*o,t[5]=a*d,t[9]=T-f*o,t[2]=-a*h,t[6]=o,t[10]=a*c}else if(e.order==="ZYX"){let f=a*d,g=a*p,y=o*d,T=o*p;t[0]=c*d,t[4]=y*h-g,t[8]=f*h+T,t[1]=c*p,t[5]=T*h+f,t[9]=g*h-y,t[2]=-h,t[6]=o*c,t[10]=a*c}else if(e.order==="YZX"){let f=a*c,g=a*h,y=o*c,T=o*h;t[0]=c*d,t[4]=T-f*p,t[8]=y*p+g,t[1]=p,t[5]=a*d,t[9]=-o*d,t[2]=-h*d,t[6]=g*p+y,t[10]=f-T*p}else if(e.order==="XZY"){let f=a*c,g=a*h,y=o*c,T=o*h;t[0]=c*d,t[4]=-p,t[8]=h*d,t[1]=f*p+T,t[5]=a*d,t[9]=g*p-y,t[2]=y*p-g,t[6]=o*d,t[10]=T*p+f}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(Eu,e,Tu)}lookAt(e,t,n){let s=this.elements;return cn.subVectors(e,t),cn.lengthSq()===0&&(cn.z=1),cn.normalize(),Jn.crossVectors(n,cn),Jn.lengthSq()===0&&(Math.abs(n.z)===1?cn.x+=1e-4:cn.z+=1e-4,cn.normalize(),Jn.crossVectors(n,cn)),Jn.normalize(),gr.crossVectors(cn,Jn),s[0]=Jn.x,s[4]=gr.x,s[8]=cn.x,s[1]=Jn.y,s[5]=gr.y,s[9]=cn.y,s[2]=Jn.z,s[6]=gr.z,s[10]=cn.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,a=n[0],o=n[4],c=n[8],h=n[12],d=n[1],p=n[5],f=n[9],g=n[13],y=n[2],T=n[6],_=n[10],x=n[14],R=n[3],N=n[7],P=n[11],U=n[15],L=s[0],v=s[4],E=s[8],k=s[12],O=s[1],B=s[5],X=s[9],K=s[13],D=s[2],Z=s[6],q=s[10],J=s[14],fe=s[3],$=s[7],ae=s[11],ce=s[15];return r[0]=a*L+o*O+c*D+h*fe,r[4]=a*v+o*B+c*Z+h*$,r[8]=a*E+o*X+c*q+h*ae,r[12]=a*k+o*K+c*J+h*ce,r[1]=d*L+p*O+f*D+g*fe,r[5]=d*v+p*B+f*Z+g*$,r[9]=d*E+p*X+f*q+g*ae,r[13]=d*k+p*K+f*J+g*ce,r[2]=y*L+T*O+_*D+x*fe,r[6]=y*v+T*B+_*Z+x*$,r[10]=y*E+T*X+_*q+x*ae,r[14]=y*k+T*K+_*J+x*ce,r[3]=R*L+N*O+P*D+U*fe,r[7]=R*v+N*B+P*Z+U*$,r[11]=R*E+N*X+P*q+U*ae,r[15]=R*k+N*K+P*J+U*ce,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[12],a=e[1],o=e[5],c=e[9],h=e[13],d=e[2],p=e[6],f=e[10],g=e[14],y=e[3],T=e[7],_=e[11],x=e[15],R=c*g-h*f,N=o*g-h*p,P=o*f-c*p,U=a*g-h*d,L=a*f-c*d,v=a*p-o*d;return t*(T*R-_*N+x*P)-n*(y*R-_*U+x*L)+s*(y*N-T*U+x*v)-r*(y*P-T*L+_*v)}determinantAffine(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[1],a=e[5],o=e[9],c=e[2],h=e[6],d=e[10];return t*(a*d-o*h)-n*(r*d-o*c)+s*(r*h-a*c)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,n){let s=this.elements;return e.isVector3?(s[12]=e.x,s[13]=e.y,s[14]=e.z):(s[12]=e,s[13]=t,s[14]=n),this}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],a=e[4],o=e[5],c=e[6],h=e[7],d=e[8],p=e[9],f=e[10],g=e[11],y=e[12],T=e[13],_=e[14],x=e[15],R=t*o-n*a,N=t*c-s*a,P=t*h-r*a,U=n*c-s*o,L=n*h-r*o,v=s*h-r*c,E=d*T-p*y,k=d*_-f*y,O=d*x-g*y,B=p*_-f*T,X=p*x-g*T,K=f*x-g*_,D=R*K-N*X+P*B+U*O-L*k+v*E;if(D===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let Z=1/D;return e[0]=(o*K-c*X+h*B)*Z,e[1]=(s*X-n*K-r*B)*Z,e[2]=(T*v-_*L+x*U)*Z,e[3]=(f*L-p*v-g*U)*Z,e[4]=(c*O-a*K-h*k)*Z,e[5]=(t*K-s*O+r*k)*Z,e[6]=(_*P-y*v-x*N)*Z,e[7]=(d*v-f*P+g*N)*Z,e[8]=(a*X-o*O+h*E)*Z,e[9]=(n*O-t*X-r*E)*Z,e[10]=(y*L-T*P+x*R)*Z,e[11]=(p*P-d*L-g*R)*Z,e[12]=(o*k-a*B-c*E)*Z,e[13]=(t*B-n*k+s*E)*Z,e[14]=(T*N-y*U-_*R)*Z,e[15]=(d*U-p*N+f*R)*Z,this}scale(e){let t=this.elements,n=e.x,s=e.y,r=e.z;return t[0]*=n,t[4]*=s,t[8]*=r,t[1]*=n,t[5]*=s,t[9]*=r,t[2]*=n,t[6]*=s,t[10]*=r,t[3]*=n,t[7]*=s,t[11]*=r,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],n=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],s=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,n,s))}makeTranslation(e,t,n){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,n,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),n=Math.sin(e);return this.set(1,0,0,0,0,t,-n,0,0,n,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,0,n,0,0,1,0,0,-n,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,0,n,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let n=Math.cos(t),s=Math.sin(t),r=1-n,a=e.x,o=e.y,c=e.z,h=r*a,d=r*o;return this.set(h*a+n,h*o-s*c,h*c+s*o,0,h*o+s*c,d*o+n,d*c-s*a,0,h*c-s*o,d*c+s*a,r*c*c+n,0,0,0,0,1),this}makeScale(e,t,n){return this.set(e,0,0,0,0,t,0,0,0,0,n,0,0,0,0,1),this}makeShear(e,t,n,s,r,a){return this.set(1,n,r,0,e,1,a,0,t,s,1,0,0,0,0,1),this}compose(e,t,n){let s=this.elements,r=t._x,a=t._y,o=t._z,c=t._w,h=r+r,d=a+a,p=o+o,f=r*h,g=r*d,y=r*p,T=a*d,_=a*p,x=o*p,R=c*h,N=c*d,P=c*p,U=n.x,L=n.y,v=n.z;return s[0]=(1-(T+x))*U,s[1]=(g+P)*U,s[2]=(y-N)*U,s[3]=0,s[4]=(g-P)*L,s[5]=(1-(f+x))*L,s[6]=(_+R)*L,s[7]=0,s[8]=(y+N)*v,s[9]=(_-R)*v,s[10]=(1-(f+T))*v,s[11]=0,s[12]=e.x,s[13]=e.y,s[14]=e.z,s[15]=1,this}decompose(e,t,n){let s=this.elements;e.x=s[12],e.y=s[13],e.z=s[14];let r=this.determinantAffine();if(r===0)return n.set(1,1,1),t.identity(),this;let a=Li.set(s[0],s[1],s[2]).length(),o=Li.set(s[4],s[5],s[6]).length(),c=Li.set(s[8],s[9],s[10]).length();r<0&&(a=-a),vn.copy(this);let h=1/a,d=1/o,p=1/c;return vn.elements[0]*=h,vn.elements[1]*=h,vn.elements[2]*=h,vn.elements[4]*=d,vn.elements[5]*=d,vn.elements[6]*=d,vn.elements[8]*=p,vn.elements[9]*=p,vn.elements[10]*=p,t.setFromRotationMatrix(vn),n.x=a,n.y=o,n.z=c,this}makePerspective(e,t,n,s,r,a,o=mn,c=!1){let h=this.elements,d=2*r/(t-e),p=2*r/(n-s),f=(t+e)/(t-e),g=(n+s)/(n-s),y,T;if(c)y=r/(a-r),T=a*r/(a-r);else if(o===mn)y=-(a+r)/(a-r),T=-2*a*r/(a-r);else if(o===As)y=-a/(a-r),T=-a*r/(a-r);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+o);return h[0]=d,h[4]=0,h[8]=f,h[12]=0,h[1]=0,h[5]=p,h[9]=g,h[13]=0,h[2]=0,h[6]=0,h[10]=y,h[14]=T,h[3]=0,h[7]=0,h[11]=-1,h[15]=0,this}makeOrthographic(e,t,n,s,r,a,o=mn,c=!1){let h=this.elements,d=2/(t-e),p=2/(n-s),f=-(t+e)/(t-e),g=-(n+s)/(n-s),y,T;if(c)y=1/(a-r),T=a/(a-r);else if(o===mn)y=-2/(a-r),T=-(a+r)/(a-r);else if(o===As)y=-1/(a-r),T=-r/(a-r);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+o);return h[0]=d,h[4]=0,h[8]=0,h[12]=f,h[1]=0,h[5]=p,h[9]=0,h[13]=g,h[2]=0,h[6]=0,h[10]=y,h[14]=T,h[3]=0,h[7]=0,h[11]=0,h[15]=1,this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<16;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<16;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e[t+9]=n[9],e[t+10]=n[10],e[t+11]=n[11],e[t+12]=n[12],e[t+13]=n[13],e[t+14]=n[14],e[t+15]=n[15],e}},Li=new V,vn=new gt,Eu=new V(0,0,0),Tu=new V(1,1,1),Jn=new V,gr=new V,cn=new V,Zl=new gt,$l=new Ut,ni=class i{constructor(e=0,t=0,n=0,s=i.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=n,this._order=s}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,n,s=this._order){return this._x=e,this._y=t,this._z=n,this._order=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,n=!0){let s=e.elements,r=s[0],a=s[4],o=s[8],c=s[1],h=s[5],d=s[9],p=s[2],f=s[6],g=s[10];switch(t){case"XYZ":this._y=Math.asin(ht(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(-d,g),this._z=Math.atan2(-a,r)):(this._x=Math.atan2(f,h),this._z=0);break;case"YXZ":this._x=Math.asin(-ht(d,-1,1)),Math.abs(d)<.9999999?(this._y=Math.atan2(o,g),this._z=Math.atan2(c,h)):(this._y=Math.atan2(-p,r),this._z=0);break;case"ZXY":this._x=Math.asin(ht(f,-1,1)),Math.abs(f)<.9999999?(this._y=Math.atan2(-p,g),this._z=Math.atan2(-a,h)):(this._y=0,this._z=Math.atan2(c,r));break;case"ZYX":this._y=Math.asin(-ht(p,-1,1)),Math.abs(p)<.9999999?(this._x=Math.atan2(f,g),this._z=Math.atan2(c,r)):(this._x=0,this._z=Math.atan2(-a,h));break;case"YZX":this._z=Math.asin(ht(c,-1,1)),Math.abs(c)<.9999999?(this._x=Math.atan2(-d,h),this._y=Math.atan2(-p,r)):(this._x=0,this._y=Math.atan2(o,g));break;case"XZY":this._z=Math.asin(-ht(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(f,h),this._y=Math.atan2(o,r)):(this._x=Math.atan2(-d,g),this._y=0);break;default:Ze("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,n===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,n){return Zl.makeRotationFromQuaternion(e),this.setFromRotationMatrix(Zl,t,n)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return $l.setFromEuler(this),this.setFromQuaternion($l,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};ni.DEFAULT_ORDER="XYZ";var $i=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},Au=0,Jl=new V,Di=new Ut,Bn=new gt,_r=new V,vs=new V,Ru=new V,Cu=new Ut,Kl=new V(1,0,0),Ql=new V(0,1,0),jl=new V(0,0,1),ec={type:"added"},Iu={type:"removed"},Ni={type:"childadded",child:null},To={type:"childremoved",child:null},un=class i extends Ln{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:Au++}),this.uuid=$s(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=i.DEFAULT_UP.clone();let e=new V,t=new ni,n=new Ut,s=new V(1,1,1);function r(){n.setFromEuler(t,!1)}function a(){t.setFromQuaternion(n,void 0,!1)}t._onChange(r),n._onChange(a),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:n},scale:{configurable:!0,enumerable:!0,value:s},modelViewMatrix:{value:new gt},normalMatrix:{value:new et}}),this.matrix=new gt,this.matrixWorld=new gt,this.matrixAutoUpdate=i.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=i.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new $i,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return Di.setFromAxisAngle(e,t),this.quaternion.multiply(Di),this}rotateOnWorldAxis(e,t){return Di.setFromAxisAngle(e,t),this.quaternion.premultiply(Di),this}rotateX(e){return this.rotateOnAxis(Kl,e)}rotateY(e){return this.rotateOnAxis(Ql,e)}rotateZ(e){return this.rotateOnAxis(jl,e)}translateOnAxis(e,t){return Jl.copy(e).applyQuaternion(this.quaternion),this.position.add(Jl.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(Kl,e)}translateY(e){return this.translateOnAxis(Ql,e)}translateZ(e){return this.translateOnAxis(jl,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(Bn.copy(this.matrixWorld).invert())}lookAt(e,t,n){e.isVector3?_r.copy(e):_r.set(e,t,n);let s=this.parent;this.updateWorldMatrix(!0,!1),vs.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?Bn.lookAt(vs,_r,this.up):Bn.lookAt(_r,vs,this.up),this.quaternion.setFromRotationMatrix(Bn),s&&(Bn.extractRotation(s.matrixWorld),Di.setFromRotationMatrix(Bn),this.quaternion.premultiply(Di.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(je("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(ec),Ni.child=e,this.dispatchEvent(Ni),Ni.child=null):je("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.remove(arguments[n]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(Iu),To.child=e,this.dispatchEvent(To),To.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),Bn.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),Bn.multiply(e.parent.matrixWorld)),e.applyMatrix4(Bn),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(ec),Ni.child=e,this.dispatchEvent(Ni),Ni.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let n=0,s=this.children.length;n<s;n++){let a=this.children[n].getObjectByProperty(e,t);if(a!==void 0)return a}}getObjectsByProperty(e,t,n=[]){this[e]===t&&n.push(this);let s=this.children;for(let r=0,a=s.length;r<a;r++)s[r].getObjectsByProperty(e,t,n);return n}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(vs,e,Ru),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(vs,Cu,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,n=e.y,s=e.z,r=this.matrix.elements;r[12]+=t-r[0]*t-r[4]*n-r[8]*s,r[13]+=n-r[1]*t-r[5]*n-r[9]*s,r[14]+=s-r[2]*t-r[6]*n-r[10]*s}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].updateMatrixWorld(e)}updateWorldMatrix(e,t,n=!1){let s=this.parent;if(e===!0&&s!==null&&s.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||n)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,n=!0),t===!0){let r=this.children;for(let a=0,o=r.length;a<o;a++)r[a].updateWorldMatrix(!1,!0,n)}}toJSON(e){let t=e===void 0||typeof e=="string",n={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},n.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let s={};s.uuid=this.uuid,s.type=this.type,s.name=this.name,s.castShadow=this.castShadow,s.receiveShadow=this.receiveShadow,s.visible=this.visible,s.frustumCulled=this.frustumCulled,s.renderOrder=this.renderOrder,s.static=this.static,s.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(s.userData=this.userData),s.layers=this.layers.mask,s.matrix=this.matrix.toArray(),s.up=this.up.toArray(),this.pivot!==null&&(s.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(s.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(s.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(s.type="InstancedMesh",s.count=this.count,s.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(s.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(s.type="BatchedMesh",s.perObjectFrustumCulled=this.perObjectFrustumCulled,s.sortObjects=this.sortObjects,s.drawRanges=this._drawRanges,s.reservedRanges=this._reservedRanges,s.geometryInfo=this._geometryInfo.map(o=>({...o,boundingBox:o.boundingBox?o.boundingBox.toJSON():void 0,boundingSphere:o.boundingSphere?o.boundingSphere.toJSON():void 0})),s.instanceInfo=this._instanceInfo.map(o=>({...o})),s.availableInstanceIds=this._availableInstanceIds.slice(),s.availableGeometryIds=this._availableGeometryIds.slice(),s.nextIndexStart=this._nextIndexStart,s.nextVertexStart=this._nextVertexStart,s.geometryCount=this._geometryCount,s.maxInstanceCount=this._maxInstanceCount,s.maxVertexCount=this._maxVertexCount,s.maxIndexCount=this._maxIndexCount,s.geometryInitialized=this._geometryInitialized,s.matricesTexture=this._matricesTexture.toJSON(e),s.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(s.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(s.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(s.boundingBox=this.boundingBox.toJSON()));function r(o,c){return o[c.uuid]===void 0&&(o[c.uuid]=c.toJSON(e)),c.uuid}if(this.isScene)this.background&&(this.background.isColor?s.background=this.background.toJSON():this.background.isTexture&&(s.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(s.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){s.geometry=r(e.geometries,this.geometry);let o=this.geometry.parameters;if(o!==void 0&&o.shapes!==void 0){let c=o.shapes;if(Array.isArray(c))for(let h=0,d=c.length;h<d;h++){let p=c[h];r(e.shapes,p)}else r(e.shapes,c)}}if(this.isSkinnedMesh&&(s.bindMode=this.bindMode,s.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(r(e.skeletons,this.skeleton),s.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let o=[];for(let c=0,h=this.material.length;c<h;c++)o.push(r(e.materials,this.material[c]));s.material=o}else s.material=r(e.materials,this.material);if(this.children.length>0){s.children=[];for(let o=0;o<this.children.length;o++)s.children.push(this.children[o].toJSON(e).object)}if(this.animations.length>0){s.animations=[];for(let o=0;o<this.animations.length;o++){let c=this.animations[o];s.animations.push(r(e.animations,c))}}if(t){let o=a(e.geometries),c=a(e.materials),h=a(e.textures),d=a(e.images),p=a(e.shapes),f=a(e.skeletons),g=a(e.animations),y=a(e.nodes);o.length>0&&(n.geometries=o),c.length>0&&(n.materials=c),h.length>0&&(n.textures=h),d.length>0&&(n.images=d),p.length>0&&(n.shapes=p),f.length>0&&(n.skeletons=f),g.length>0&&(n.animations=g),y.length>0&&(n.nodes=y)}return n.object=s,n;function a(o){let c=[];for(let h in o){let d=o[h];delete d.metadata,c.push(d)}return c}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let n=0;n<e.children.length;n++){let s=e.children[n];this.add(s.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};un.DEFAULT_UP=new V(0,1,0);un.DEFAULT_MATRIX_AUTO_UPDATE=!0;un.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var yi=class extends un{constructor(){super(),this.isGroup=!0,this.type="Group"}},Pu={type:"move"},Ji=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new yi,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new yi,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new V,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new V),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new yi,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new V,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new V,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let n of e.hand.values())this._getHandJoint(t,n)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,n){let s=null,r=null,a=null,o=this._targetRay,c=this._grip,h=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(h&&e.hand){a=!0;for(let T of e.hand.values()){let _=t.getJointPose(T,n),x=this._getHandJoint(h,T);_!==null&&(x.matrix.fromArray(_.transform.matrix),x.matrix.decompose(x.position,x.quaternion,x.scale),x.matrixWorldNeedsUpdate=!0,x.jointRadius=_.radius),x.visible=_!==null}let d=h.joints["index-finger-tip"],p=h.joints["thumb-tip"],f=d.position.distanceTo(p.position),g=.02,y=.005;h.inputState.pinching&&f>g+y?(h.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!h.inputState.pinching&&f<=g-y&&(h.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else c!==null&&e.gripSpace&&(r=t.getPose(e.gripSpace,n),r!==null&&(c.matrix.fromArray(r.transform.matrix),c.matrix.decompose(c.position,c.quaternion,c.scale),c.matrixWorldNeedsUpdate=!0,r.linearVelocity?(c.hasLinearVelocity=!0,c.linearVelocity.copy(r.linearVelocity)):c.hasLinearVelocity=!1,r.angularVelocity?(c.hasAngularVelocity=!0,c.angularVelocity.copy(r.angularVelocity)):c.hasAngularVelocity=!1,c.eventsEnabled&&c.dispatchEvent({type:"gripUpdated",data:e,target:this})));o!==null&&(s=t.getPose(e.targetRaySpace,n),s===null&&r!==null&&(s=r),s!==null&&(o.matrix.fromArray(s.transform.matrix),o.matrix.decompose(o.position,o.quaternion,o.scale),o.matrixWorldNeedsUpdate=!0,s.linearVelocity?(o.hasLinearVelocity=!0,o.linearVelocity.copy(s.linearVelocity)):o.hasLinearVelocity=!1,s.angularVelocity?(o.hasAngularVelocity=!0,o.angularVelocity.copy(s.angularVelocity)):o.hasAngularVelocity=!1,this.dispatchEvent(Pu)))}return o!==null&&(o.visible=s!==null),c!==null&&(c.visible=r!==null),h!==null&&(h.visible=a!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let n=new yi;n.matrixAutoUpdate=!1,n.visible=!1,e.joints[t.jointName]=n,e.add(n)}return e.joints[t.jointName]}},ih={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},Kn={h:0,s:0,l:0},xr={h:0,s:0,l:0};function Ao(i,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?i+(e-i)*6*t:t<1/2?e:t<2/3?i+(e-i)*6*(2/3-t):i}var ut=class{constructor(e,t,n){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,n)}set(e,t,n){if(t===void 0&&n===void 0){let s=e;s&&s.isColor?this.copy(s):typeof s=="number"?this.setHex(s):typeof s=="string"&&this.setStyle(s)}else this.setRGB(e,t,n);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=jt){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,ct.colorSpaceToWorking(this,t),this}setRGB(e,t,n,s=ct.workingColorSpace){return this.r=e,this.g=t,this.b=n,ct.colorSpaceToWorking(this,s),this}setHSL(e,t,n,s=ct.workingColorSpace){if(e=vu(e,1),t=ht(t,0,1),n=ht(n,0,1),t===0)this.r=this.g=this.b=n;else{let r=n<=.5?n*(1+t):n+t-n*t,a=2*n-r;this.r=Ao(a,r,e+1/3),this.g=Ao(a,r,e),this.b=Ao(a,r,e-1/3)}return ct.colorSpaceToWorking(this,s),this}setStyle(e,t=jt){function n(r){r!==void 0&&parseFloat(r)<1&&Ze("Color: Alpha component of "+e+" will be ignored.")}let s;if(s=/^(\w+)\(([^\)]*)\)/.exec(e)){let r,a=s[1],o=s[2];switch(a){case"rgb":case"rgba":if(r=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(o))return n(r[4]),this.setRGB(Math.min(255,parseInt(r[1],10))/255,Math.min(255,parseInt(r[2],10))/255,Math.min(255,parseInt(r[3],10))/255,t);if(r=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(o))return n(r[4]),this.setRGB(Math.min(100,parseFloat(r[1]))/100,Math.min(100,parseFloat(r[2]))/100,Math.min(100,parseFloat(r[3]))/100,t);break;case"hsl":case"hsla":if(r=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(o))return n(r[4]),this.setHSL(parseFloat(r[1])/360,parseFloat(r[2])/100,parseFloat(r[3])/100,t);break;default:Ze("Color: Unknown color model "+e)}}else if(s=/^\#([A-Fa-f\d]+)$/.exec(e)){let r=s[1],a=r.length;if(a===3)return this.setRGB(parseInt(r.charAt(0),16)/15,parseInt(r.charAt(1),16)/15,parseInt(r.charAt(2),16)/15,t);if(a===6)return this.setHex(parseInt(r,16),t);Ze("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=jt){let n=ih[e.toLowerCase()];return n!==void 0?this.setHex(n,t):Ze("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=Xn(e.r),this.g=Xn(e.g),this.b=Xn(e.b),this}copyLinearToSRGB(e){return this.r=Wi(e.r),this.g=Wi(e.g),this.b=Wi(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=jt){return ct.workingToColorSpace(Jt.copy(this),e),Math.round(ht(Jt.r*255,0,255))*65536+Math.round(ht(Jt.g*255,0,255))*256+Math.round(ht(Jt.b*255,0,255))}getHexString(e=jt){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=ct.workingColorSpace){ct.workingToColorSpace(Jt.copy(this),t);let n=Jt.r,s=Jt.g,r=Jt.b,a=Math.max(n,s,r),o=Math.min(n,s,r),c,h,d=(o+a)/2;if(o===a)c=0,h=0;else{let p=a-o;switch(h=d<=.5?p/(a+o):p/(2-a-o),a){case n:c=(s-r)/p+(s<r?6:0);break;case s:c=(r-n)/p+2;break;case r:c=(n-s)/p+4;break}c/=6}return e.h=c,e.s=h,e.l=d,e}getRGB(e,t=ct.workingColorSpace){return ct.workingToColorSpace(Jt.copy(this),t),e.r=Jt.r,e.g=Jt.g,e.b=Jt.b,e}getStyle(e=jt){ct.workingToColorSpace(Jt.copy(this),e);let t=Jt.r,n=Jt.g,s=Jt.b;return e!==jt?`color(${e} ${t.toFixed(3)} ${n.toFixed(3)} ${s.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(n*255)},${Math.round(s*255)})`}offsetHSL(e,t,n){return this.getHSL(Kn),this.setHSL(Kn.h+e,Kn.s+t,Kn.l+n)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,n){return this.r=e.r+(t.r-e.r)*n,this.g=e.g+(t.g-e.g)*n,this.b=e.b+(t.b-e.b)*n,this}lerpHSL(e,t){this.getHSL(Kn),e.getHSL(xr);let n=So(Kn.h,xr.h,t),s=So(Kn.s,xr.s,t),r=So(Kn.l,xr.l,t);return this.setHSL(n,s,r),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,n=this.g,s=this.b,r=e.elements;return this.r=r[0]*t+r[3]*n+r[6]*s,this.g=r[1]*t+r[4]*n+r[7]*s,this.b=r[2]*t+r[5]*n+r[8]*s,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},Jt=new ut;ut.NAMES=ih;var Ki=class extends un{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new ni,this.environmentIntensity=1,this.environmentRotation=new ni,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},yn=new V,zn=new V,Ro=new V,kn=new V,Ui=new V,Fi=new V,tc=new V,Co=new V,Io=new V,Po=new V,Lo=new bt,Do=new bt,No=new bt,ti=class i{constructor(e=new V,t=new V,n=new V){this.a=e,this.b=t,this.c=n}static getNormal(e,t,n,s){s.subVectors(n,t),yn.subVectors(e,t),s.cross(yn);let r=s.lengthSq();return r>0?s.multiplyScalar(1/Math.sqrt(r)):s.set(0,0,0)}static getBarycoord(e,t,n,s,r){yn.subVectors(s,t),zn.subVectors(n,t),Ro.subVectors(e,t);let a=yn.dot(yn),o=yn.dot(zn),c=yn.dot(Ro),h=zn.dot(zn),d=zn.dot(Ro),p=a*h-o*o;if(p===0)return r.set(0,0,0),null;let f=1/p,g=(h*c-o*d)*f,y=(a*d-o*c)*f;return r.set(1-g-y,y,g)}static containsPoint(e,t,n,s){return this.getBarycoord(e,t,n,s,kn)===null?!1:kn.x>=0&&kn.y>=0&&kn.x+kn.y<=1}static getInterpolation(e,t,n,s,r,a,o,c){return this.getBarycoord(e,t,n,s,kn)===null?(c.x=0,c.y=0,"z"in c&&(c.z=0),"w"in c&&(c.w=0),null):(c.setScalar(0),c.addScaledVector(r,kn.x),c.addScaledVector(a,kn.y),c.addScaledVector(o,kn.z),c)}static getInterpolatedAttribute(e,t,n,s,r,a){return Lo.setScalar(0),Do.setScalar(0),No.setScalar(0),Lo.fromBufferAttribute(e,t),Do.fromBufferAttribute(e,n),No.fromBufferAttribute(e,s),a.setScalar(0),a.addScaledVector(Lo,r.x),a.addScaledVector(Do,r.y),a.addScaledVector(No,r.z),a}static isFrontFacing(e,t,n,s){return yn.subVectors(n,t),zn.subVectors(e,t),yn.cross(zn).dot(s)<0}set(e,t,n){return this.a.copy(e),this.b.copy(t),this.c.copy(n),this}setFromPointsAndIndices(e,t,n,s){return this.a.copy(e[t]),this.b.copy(e[n]),this.c.copy(e[s]),this}setFromAttributeAndIndices(e,t,n,s){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,n),this.c.fromBufferAttribute(e,s),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return yn.subVectors(this.c,this.b),zn.subVectors(this.a,this.b),yn.cross(zn).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return i.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return i.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,n,s,r){return i.getInterpolation(e,this.a,this.b,this.c,t,n,s,r)}containsPoint(e){return i.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return i.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let n=this.a,s=this.b,r=this.c,a,o;Ui.subVectors(s,n),Fi.subVectors(r,n),Co.subVectors(e,n);let c=Ui.dot(Co),h=Fi.dot(Co);if(c<=0&&h<=0)return t.copy(n);Io.subVectors(e,s);let d=Ui.dot(Io),p=Fi.dot(Io);if(d>=0&&p<=d)return t.copy(s);let f=c*p-d*h;if(f<=0&&c>=0&&d<=0&&c-d>0)return a=c/(c-d),t.copy(n).addScaledVector(Ui,a);Po.subVectors(e,r);let g=Ui.dot(Po),y=Fi.dot(Po);if(y>=0&&g<=y)return t.copy(r);let T=g*h-c*y;if(T<=0&&h>=0&&y<=0)return o=h/(h-y),t.copy(n).addScaledVector(Fi,o);let _=d*y-g*p;if(_<=0&&p-d>=0&&g-y>=0)return tc.subVectors(r,s),o=(p-d)/(p-d+(g-y)),t.copy(s).addScaledVector(tc,o);let x=1/(_+T+f);return a=T*x,o=f*x,t.copy(n).addScaledVector(Ui,a).addScaledVector(Fi,o)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},ii=class{constructor(e=new V(1/0,1/0,1/0),t=new V(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t+=3)this.expandByPoint(Sn.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,n=e.count;t<n;t++)this.expandByPoint(Sn.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let n=Sn.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(n),this.max.copy(e).add(n),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let n=e.geometry;if(n!==void 0){let r=n.getAttribute("position");if(t===!0&&r!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let a=0,o=r.count;a<o;a++)e.isMesh===!0?e.getVertexPosition(a,Sn):Sn.fromBufferAttribute(r,a),Sn.applyMatrix4(e.matrixWorld),this.expandByPoint(Sn);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),vr.copy(e.boundingBox)):(n.boundingBox===null&&n.computeBoundingBox(),vr.copy(n.boundingBox)),vr.applyMatrix4(e.matrixWorld),this.union(vr)}let s=e.children;for(let r=0,a=s.length;r<a;r++)this.expandByObject(s[r],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,Sn),Sn.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,n;return e.normal.x>0?(t=e.normal.x*this.min.x,n=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,n=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,n+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,n+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,n+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,n+=e.normal.z*this.min.z),t<=-e.constant&&n>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(ys),yr.subVectors(this.max,ys),Oi.subVectors(e.a,ys),Bi.subVectors(e.b,ys),zi.subVectors(e.c,ys),Qn.subVectors(Bi,Oi),jn.subVectors(zi,Bi),gi.subVectors(Oi,zi);let t=[0,-Qn.z,Qn.y,0,-jn.z,jn.y,0,-gi.z,gi.y,Qn.z,0,-Qn.x,jn.z,0,-jn.x,gi.z,0,-gi.x,-Qn.y,Qn.x,0,-jn.y,jn.x,0,-gi.y,gi.x,0];return!Uo(t,Oi,Bi,zi,yr)||(t=[1,0,0,0,1,0,0,0,1],!Uo(t,Oi,Bi,zi,yr))?!1:(Sr.crossVectors(Qn,jn),t=[Sr.x,Sr.y,Sr.z],Uo(t,Oi,Bi,zi,yr))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,Sn).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(Sn).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(Hn[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),Hn[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),Hn[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),Hn[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),Hn[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),Hn[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),Hn[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),Hn[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(Hn),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},Hn=[new V,new V,new V,new V,new V,new V,new V,new V],Sn=new V,vr=new ii,Oi=new V,Bi=new V,zi=new V,Qn=new V,jn=new V,gi=new V,ys=new V,yr=new V,Sr=new V,_i=new V;function Uo(i,e,t,n,s){for(let r=0,a=i.length-3;r<=a;r+=3){_i.fromArray(i,r);let o=s.x*Math.abs(_i.x)+s.y*Math.abs(_i.y)+s.z*Math.abs(_i.z),c=e.dot(_i),h=t.dot(_i),d=n.dot(_i);if(Math.max(-Math.max(c,h,d),Math.min(c,h,d))>o)return!1}return!0}var Wn=Lu();function Lu(){let i=new ArrayBuffer(4),e=new Float32Array(i),t=new Uint32Array(i),n=new Uint32Array(512),s=new Uint32Array(512);for(let c=0;c<256;++c){let h=c-127;h<-27?(n[c]=0,n[c|256]=32768,s[c]=24,s[c|256]=24):h<-14?(n[c]=1024>>-h-14,n[c|256]=1024>>-h-14|32768,s[c]=-h-1,s[c|256]=-h-1):h<=15?(n[c]=h+15<<10,n[c|256]=h+15<<10|32768,s[c]=13,s[c|256]=13):h<128?(n[c]=31744,n[c|256]=64512,s[c]=24,s[c|256]=24):(n[c]=31744,n[c|256]=64512,s[c]=13,s[c|256]=13)}let r=new Uint32Array(2048),a=new Uint32Array(64),o=new Uint32Array(64);for(let c=1;c<1024;++c){let h=c<<13,d=0;for(;(h&8388608)===0;)h<<=1,d-=8388608;h&=-8388609,d+=947912704,r[c]=h|d}for(let c=1024;c<2048;++c)r[c]=939524096+(c-1024<<13);for(let c=1;c<31;++c)a[c]=c<<23;a[31]=1199570944,a[32]=2147483648;for(let c=33;c<63;++c)a[c]=2147483648+(c-32<<23);a[63]=3347054592;for(let c=1;c<64;++c)c!==32&&(o[c]=1024);return{floatView:e,uint32View:t,baseTable:n,shiftTable:s,mantissaTable:r,exponentTable:a,offsetTable:o}}function Du(i){Math.abs(i)>65504&&Ze("DataUtils.toHalfFloat(): Value out of range."),i=ht(i,-65504,65504),Wn.floatView[0]=i;let e=Wn.uint32View[0],t=e>>23&511;return Wn.baseTable[t]+((e&8388607)>>Wn.shiftTable[t])}function Nu(i){let e=i>>10;return Wn.uint32View[0]=Wn.mantissaTable[Wn.offsetTable[e]+(i&1023)]+Wn.exponentTable[e],Wn.floatView[0]}var ye=class{static toHalfFloat(e){return Du(e)}static fromHalfFloat(e){return Nu(e)}},Dt=new V,Mr=new dt,Uu=0,Yt=class extends Ln{constructor(e,t,n=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:Uu++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=n,this.usage=Kc,this.updateRanges=[],this.gpuType=Nt,this.version=0,this._normalizationScale=e!==void 0?bl(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,n){e*=this.itemSize,n*=t.itemSize;for(let s=0,r=this.itemSize;s<r;s++)this.array[e+s]=t.array[n+s];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,n=this.count;t<n;t++)Mr.fromBufferAttribute(this,t),Mr.applyMatrix3(e),this.setXY(t,Mr.x,Mr.y);else if(this.itemSize===3)for(let t=0,n=this.count;t<n;t++)Dt.fromBufferAttribute(this,t),Dt.applyMatrix3(e),this.setXYZ(t,Dt.x,Dt.y,Dt.z);return this}applyMatrix4(e){for(let t=0,n=this.count;t<n;t++)Dt.fromBufferAttribute(this,t),Dt.applyMatrix4(e),this.setXYZ(t,Dt.x,Dt.y,Dt.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)Dt.fromBufferAttribute(this,t),Dt.applyNormalMatrix(e),this.setXYZ(t,Dt.x,Dt.y,Dt.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)Dt.fromBufferAttribute(this,t),Dt.transformDirection(e),this.setXYZ(t,Dt.x,Dt.y,Dt.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let n=this.array[e*this.itemSize+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.array[e*this.itemSize+t]=n,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,n){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.array[e+0]=t,this.array[e+1]=n,this}setXYZ(e,t,n,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this}setXYZW(e,t,n,s,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this.array[e+3]=r,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):yu(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):Su(e,this.array)}};var Cs=class extends Yt{constructor(e,t,n){super(new Uint16Array(e),t,n)}};var Is=class extends Yt{constructor(e,t,n){super(new Uint32Array(e),t,n)}};var en=class extends Yt{constructor(e,t,n){super(new Float32Array(e),t,n)}},Fu=new ii,Ss=new V,Fo=new V,Mi=class{constructor(e=new V,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let n=this.center;t!==void 0?n.copy(t):Fu.setFromPoints(e).getCenter(n);let s=0;for(let r=0,a=e.length;r<a;r++)s=Math.max(s,n.distanceToSquared(e[r]));return this.radius=Math.sqrt(s),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let n=this.center.distanceToSquared(e);return t.copy(e),n>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;Ss.subVectors(e,this.center);let t=Ss.lengthSq();if(t>this.radius*this.radius){let n=Math.sqrt(t),s=(n-this.radius)*.5;this.center.addScaledVector(Ss,s/n),this.radius+=s}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(Fo.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(Ss.copy(e.center).add(Fo)),this.expandByPoint(Ss.copy(e.center).sub(Fo))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},Ou=0,pn=new gt,Oo=new un,ki=new V,hn=new ii,Ms=new ii,Ht=new V,rn=class i extends Ln{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:Ou++}),this.uuid=$s(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(_u(e)?Is:Cs)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,n=0){this.groups.push({start:e,count:t,materialIndex:n})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let n=this.attributes.normal;if(n!==void 0){let r=new et().getNormalMatrix(e);n.applyNormalMatrix(r),n.needsUpdate=!0}let s=this.attributes.tangent;return s!==void 0&&(s.transformDirection(e),s.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return pn.makeRotationFromQuaternion(e),this.applyMatrix4(pn),this}rotateX(e){return pn.makeRotationX(e),this.applyMatrix4(pn),this}rotateY(e){return pn.makeRotationY(e),this.applyMatrix4(pn),this}rotateZ(e){return pn.makeRotationZ(e),this.applyMatrix4(pn),this}translate(e,t,n){return pn.makeTranslation(e,t,n),this.applyMatrix4(pn),this}scale(e,t,n){return pn.makeScale(e,t,n),this.applyMatrix4(pn),this}lookAt(e){return Oo.lookAt(e),Oo.updateMatrix(),this.applyMatrix4(Oo.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(ki).negate(),this.translate(ki.x,ki.y,ki.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let n=[];for(let s=0,r=e.length;s<r;s++){let a=e[s];n.push(a.x,a.y,a.z||0)}this.setAttribute("position",new en(n,3))}else{let n=Math.min(e.length,t.count);for(let s=0;s<n;s++){let r=e[s];t.setXYZ(s,r.x,r.y,r.z||0)}e.length>t.count&&Ze("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new ii);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){je("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new V(-1/0,-1/0,-1/0),new V(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let n=0,s=t.length;n<s;n++){let r=t[n];hn.setFromBufferAttribute(r),this.morphTargetsRelative?(Ht.addVectors(this.boundingBox.min,hn.min),this.boundingBox.expandByPoint(Ht),Ht.addVectors(this.boundingBox.max,hn.max),this.boundingBox.expandByPoint(Ht)):(this.boundingBox.expandByPoint(hn.min),this.boundingBox.expandByPoint(hn.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&je('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Mi);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){je("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new V,1/0);return}if(e){let n=this.boundingSphere.center;if(hn.setFromBufferAttribute(e),t)for(let r=0,a=t.length;r<a;r++){let o=t[r];Ms.setFromBufferAttribute(o),this.morphTargetsRelative?(Ht.addVectors(hn.min,Ms.min),hn.expandByPoint(Ht),Ht.addVectors(hn.max,Ms.max),hn.expandByPoint(Ht)):(hn.expandByPoint(Ms.min),hn.expandByPoint(Ms.max))}hn.getCenter(n);let s=0;for(let r=0,a=e.count;r<a;r++)Ht.fromBufferAttribute(e,r),s=Math.max(s,n.distanceToSquared(Ht));if(t)for(let r=0,a=t.length;r<a;r++){let o=t[r],c=this.morphTargetsRelative;for(let h=0,d=o.count;h<d;h++)Ht.fromBufferAttribute(o,h),c&&(ki.fromBufferAttribute(e,h),Ht.add(ki)),s=Math.max(s,n.distanceToSquared(Ht))}this.boundingSphere.radius=Math.sqrt(s),isNaN(this.boundingSphere.radius)&&je('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){je("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let n=t.position,s=t.normal,r=t.uv,a=this.getAttribute("tangent");(a===void 0||a.count!==n.count)&&(a=new Yt(new Float32Array(4*n.count),4),this.setAttribute("tangent",a));let o=[],c=[],h=new Uint8Array(n.count);for(let k=0;k<n.count;k++)o[k]=new V,c[k]=new V;let d=new V,p=new V,f=new V,g=new dt,y=new dt,T=new dt,_=new V,x=new V;function R(k,O,B){h[k]=h[O]=h[B]=1,d.fromBufferAttribute(n,k),p.fromBufferAttribute(n,O),f.fromBufferAttribute(n,B),g.fromBufferAttribute(r,k),y.fromBufferAttribute(r,O),T.fromBufferAttribute(r,B),p.sub(d),f.sub(d),y.sub(g),T.sub(g);let X=1/(y.x*T.y-T.x*y.y);isFinite(X)&&(_.copy(p).multiplyScalar(T.y).addScaledVector(f,-y.y).multiplyScalar(X),x.copy(f).multiplyScalar(y.x).addScaledVector(p,-T.x).multiplyScalar(X),o[k].add(_),o[O].add(_),o[B].add(_),c[k].add(x),c[O].add(x),c[B].add(x))}let N=this.groups;N.length===0&&(N=[{start:0,count:e.count}]);for(let k=0,O=N.length;k<O;++k){let B=N[k],X=B.start,K=B.count;for(let D=X,Z=X+K;D<Z;D+=3)R(e.getX(D+0),e.getX(D+1),e.getX(D+2))}let P=new V,U=new V,L=new V,v=new V;function E(k){L.fromBufferAttribute(s,k),v.copy(L);let O=o[k];P.copy(O),P.sub(L.multiplyScalar(L.dot(O))).normalize(),U.crossVectors(v,O);let X=U.dot(c[k])<0?-1:1;a.setXYZW(k,P.x,P.y,P.z,X)}for(let k=0,O=n.count;k<O;++k)h[k]&&E(k);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let n=this.getAttribute("normal");if(n===void 0||n.count!==t.count)n=new Yt(new Float32Array(t.count*3),3),this.setAttribute("normal",n);else for(let f=0,g=n.count;f<g;f++)n.setXYZ(f,0,0,0);let s=new V,r=new V,a=new V,o=new V,c=new V,h=new V,d=new V,p=new V;if(e)for(let f=0,g=e.count;f<g;f+=3){let y=e.getX(f+0),T=e.getX(f+1),_=e.getX(f+2);s.fromBufferAttribute(t,y),r.fromBufferAttribute(t,T),a.fromBufferAttribute(t,_),d.subVectors(a,r),p.subVectors(s,r),d.cross(p),o.fromBufferAttribute(n,y),c.fromBufferAttribute(n,T),h.fromBufferAttribute(n,_),o.add(d),c.add(d),h.add(d),n.setXYZ(y,o.x,o.y,o.z),n.setXYZ(T,c.x,c.y,c.z),n.setXYZ(_,h.x,h.y,h.z)}else for(let f=0,g=t.count;f<g;f+=3)s.fromBufferAttribute(t,f+0),r.fromBufferAttribute(t,f+1),a.fromBufferAttribute(t,f+2),d.subVectors(a,r),p.subVectors(s,r),d.cross(p),n.setXYZ(f+0,d.x,d.y,d.z),n.setXYZ(f+1,d.x,d.y,d.z),n.setXYZ(f+2,d.x,d.y,d.z);this.normalizeNormals(),n.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,n=e.count;t<n;t++)Ht.fromBufferAttribute(e,t),Ht.normalize(),e.setXYZ(t,Ht.x,Ht.y,Ht.z)}toNonIndexed(){function e(o,c){let h=o.array,d=o.itemSize,p=o.normalized,f=new h.constructor(c.length*d),g=0,y=0;for(let T=0,_=c.length;T<_;T++){o.isInterleavedBufferAttribute?g=c[T]*o.data.stride+o.offset:g=c[T]*d;for(let x=0;x<d;x++)f[y++]=h[g++]}return new Yt(f,d,p)}if(this.index===null)return Ze("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new i,n=this.index.array,s=this.attributes;for(let o in s){let c=s[o],h=e(c,n);t.setAttribute(o,h)}let r=this.morphAttributes;for(let o in r){let c=[],h=r[o];for(let d=0,p=h.length;d<p;d++){let f=h[d],g=e(f,n);c.push(g)}t.morphAttributes[o]=c}t.morphTargetsRelative=this.morphTargetsRelative;let a=this.groups;for(let o=0,c=a.length;o<c;o++){let h=a[o];t.addGroup(h.start,h.count,h.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let c=this.parameters;for(let h in c)c[h]!==void 0&&(e[h]=c[h]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let n=this.attributes;for(let c in n){let h=n[c];e.data.attributes[c]=h.toJSON(e.data)}let s={},r=!1;for(let c in this.morphAttributes){let h=this.morphAttributes[c],d=[];for(let p=0,f=h.length;p<f;p++){let g=h[p];d.push(g.toJSON(e.data))}d.length>0&&(s[c]=d,r=!0)}r&&(e.data.morphAttributes=s,e.data.morphTargetsRelative=this.morphTargetsRelative);let a=this.groups;a.length>0&&(e.data.groups=JSON.parse(JSON.stringify(a)));let o=this.boundingSphere;return o!==null&&(e.data.boundingSphere=o.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let n=e.index;n!==null&&this.setIndex(n.clone());let s=e.attributes;for(let h in s){let d=s[h];this.setAttribute(h,d.clone(t))}let r=e.morphAttributes;for(let h in r){let d=[],p=r[h];for(let f=0,g=p.length;f<g;f++)d.push(p[f].clone(t));this.morphAttributes[h]=d}this.morphTargetsRelative=e.morphTargetsRelative;let a=e.groups;for(let h=0,d=a.length;h<d;h++){let p=a[h];this.addGroup(p.start,p.count,p.materialIndex)}let o=e.boundingBox;o!==null&&(this.boundingBox=o.clone());let c=e.boundingSphere;return c!==null&&(this.boundingSphere=c.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var Bo=new V,Bu=new V,zu=new et,Mn=class{constructor(e=new V(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,n,s){return this.normal.set(e,t,n),this.constant=s,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,n){let s=Bo.subVectors(n,t).cross(Bu.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(s,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,n=!0){let s=e.delta(Bo),r=this.normal.dot(s);if(r===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let a=-(e.start.dot(this.normal)+this.constant)/r;return n===!0&&(a<0||a>1)?null:t.copy(e.start).addScaledVector(s,a)}intersectsLine(e){let t=this.distanceToPoint(e.start),n=this.distanceToPoint(e.end);return t<0&&n>0||n<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let n=t||zu.getNormalMatrix(e),s=this.coplanarPoint(Bo).applyMatrix4(e),r=this.normal.applyMatrix3(n).normalize();return this.constant=-s.dot(r),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},ku=0,si=class extends Ln{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:ku++}),this.uuid=$s(),this.name="",this.type="Material",this.blending=hi,this.side=ci,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=tl,this.blendDst=nl,this.blendEquation=Ei,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new ut(0,0,0),this.blendAlpha=0,this.depthFunc=Xi,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Xc,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=zr,this.stencilZFail=zr,this.stencilZPass=zr,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let n=e[t];if(n===void 0){Ze(`Material: parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Ze(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}s&&s.isColor?s.set(n):s&&s.isVector2&&n&&n.isVector2||s&&s.isEuler&&n&&n.isEuler||s&&s.isVector3&&n&&n.isVector3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let n={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};n.uuid=this.uuid,n.type=this.type,n.blending=this.blending,n.side=this.side,n.shadowSide=this.shadowSide,n.vertexColors=this.vertexColors,n.opacity=this.opacity,n.transparent=this.transparent,n.blendSrc=this.blendSrc,n.blendDst=this.blendDst,n.blendEquation=this.blendEquation,n.blendSrcAlpha=this.blendSrcAlpha,n.blendDstAlpha=this.blendDstAlpha,n.blendEquationAlpha=this.blendEquationAlpha,n.blendColor=this.blendColor.getHex(),n.blendAlpha=this.blendAlpha,n.depthFunc=this.depthFunc,n.depthTest=this.depthTest,n.depthWrite=this.depthWrite,n.colorWrite=this.colorWrite,n.clipIntersection=this.clipIntersection,n.clipShadows=this.clipShadows,n.stencilWriteMask=this.stencilWriteMask,n.stencilFunc=this.stencilFunc,n.stencilRef=this.stencilRef,n.stencilFuncMask=this.stencilFuncMask,n.stencilFail=this.stencilFail,n.stencilZFail=this.stencilZFail,n.stencilZPass=this.stencilZPass,n.stencilWrite=this.stencilWrite,n.polygonOffset=this.polygonOffset,n.polygonOffsetFactor=this.polygonOffsetFactor,n.polygonOffsetUnits=this.polygonOffsetUnits,n.dithering=this.dithering,n.alphaTest=this.alphaTest,n.alphaHash=this.alphaHash,n.alphaToCoverage=this.alphaToCoverage,n.premultipliedAlpha=this.premultipliedAlpha,n.forceSinglePass=this.forceSinglePass,n.allowOverride=this.allowOverride,n.visible=this.visible,n.toneMapped=this.toneMapped,n.name=this.name,this.color&&this.color.isColor&&(n.color=this.color.getHex()),this.roughness!==void 0&&(n.roughness=this.roughness),this.metalness!==void 0&&(n.metalness=this.metalness),this.sheen!==void 0&&(n.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(n.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(n.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(n.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(n.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(n.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(n.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(n.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(n.shininess=this.shininess),this.clearcoat!==void 0&&(n.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(n.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(n.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(n.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(n.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(n.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(n.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,n.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(n.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(n.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(n.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(n.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(n.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(n.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(n.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(n.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(n.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(n.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(n.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(n.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(n.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(n.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(n.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(n.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(n.lightMap=this.lightMap.toJSON(e).uuid,n.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(n.aoMap=this.aoMap.toJSON(e).uuid,n.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(n.bumpMap=this.bumpMap.toJSON(e).uuid,n.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(n.normalMap=this.normalMap.toJSON(e).uuid,n.normalMapType=this.normalMapType,n.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(n.displacementMap=this.displacementMap.toJSON(e).uuid,n.displacementScale=this.displacementScale,n.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(n.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(n.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(n.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(n.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(n.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(n.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(n.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(n.combine=this.combine)),this.envMapRotation!==void 0&&(n.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(n.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(n.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(n.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(n.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(n.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(n.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(n.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(n.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(n.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(n.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(n.size=this.size),this.sizeAttenuation!==void 0&&(n.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(n.clippingPlanes=this.clippingPlanes.map(r=>r.toJSON())),this.rotation!==void 0&&(n.rotation=this.rotation),this.depthPacking!==void 0&&(n.depthPacking=this.depthPacking),this.linewidth!==void 0&&(n.linewidth=this.linewidth),this.linecap!==void 0&&(n.linecap=this.linecap),this.linejoin!==void 0&&(n.linejoin=this.linejoin),this.dashSize!==void 0&&(n.dashSize=this.dashSize),this.gapSize!==void 0&&(n.gapSize=this.gapSize),this.scale!==void 0&&(n.scale=this.scale),this.wireframe!==void 0&&(n.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(n.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(n.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(n.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(n.flatShading=this.flatShading),this.fog!==void 0&&(n.fog=this.fog),Object.keys(this.userData).length>0&&(n.userData=this.userData);function s(r){let a=[];for(let o in r){let c=r[o];delete c.metadata,a.push(c)}return a}if(t){let r=s(e.textures),a=s(e.images);r.length>0&&(n.textures=r),a.length>0&&(n.images=a)}return n}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new ut().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(n=>new Mn().fromJSON(n))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let n=e.normalScale;Array.isArray(n)===!1&&(n=[n,n]),this.normalScale=new dt().fromArray(n)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new dt().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,n=null;if(t!==null){let s=t.length;n=new Array(s);for(let r=0;r!==s;++r)n[r]=t[r].clone()}return this.clippingPlanes=n,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var Gn=new V,zo=new V,br=new V,wr=new V,Qi=class{constructor(e=new V,t=new V(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,Gn)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let n=t.dot(this.direction);return n<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,n)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=Gn.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(Gn.copy(this.origin).addScaledVector(this.direction,t),Gn.distanceToSquared(e))}distanceSqToSegment(e,t,n,s){zo.copy(e).add(t).multiplyScalar(.5),br.copy(t).sub(e).normalize(),wr.copy(this.origin).sub(zo);let r=e.distanceTo(t)*.5,a=-this.direction.dot(br),o=wr.dot(this.direction),c=-wr.dot(br),h=wr.lengthSq(),d=Math.abs(1-a*a),p,f,g,y;if(d>0)if(p=a*c-o,f=a*o-c,y=r*d,p>=0)if(f>=-y)if(f<=y){let T=1/d;p*=T,f*=T,g=p*(p+a*f+2*o)+f*(a*p+f+2*c)+h}else f=r,p=Math.max(0,-(a*f+o)),g=-p*p+f*(f+2*c)+h;else f=-r,p=Math.max(0,-(a*f+o)),g=-p*p+f*(f+2*c)+h;else f<=-y?(p=Math.max(0,-(-a*r+o)),f=p>0?-r:Math.min(Math.max(-r,-c),r),g=-p*p+f*(f+2*c)+h):f<=y?(p=0,f=Math.min(Math.max(-r,-c),r),g=f*(f+2*c)+h):(p=Math.max(0,-(a*r+o)),f=p>0?r:Math.min(Math.max(-r,-c),r),g=-p*p+f*(f+2*c)+h);else f=a>0?-r:r,p=Math.max(0,-(a*f+o)),g=-p*p+f*(f+2*c)+h;return n&&n.copy(this.origin).addScaledVector(this.direction,p),s&&s.copy(zo).addScaledVector(br,f),g}intersectSphere(e,t){if(e.radius<0)return null;Gn.subVectors(e.center,this.origin);let n=Gn.dot(this.direction),s=Gn.dot(Gn)-n*n,r=e.radius*e.radius;if(s>r)return null;let a=Math.sqrt(r-s),o=n-a,c=n+a;return c<0?null:o<0?this.at(c,t):this.at(o,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let n=-(this.origin.dot(e.normal)+e.constant)/t;return n>=0?n:null}intersectPlane(e,t){let n=this.distanceToPlane(e);return n===null?null:this.at(n,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let n,s,r,a,o,c,h=1/this.direction.x,d=1/this.direction.y,p=1/this.direction.z,f=this.origin;return h>=0?(n=(e.min.x-f.x)*h,s=(e.max.x-f.x)*h):(n=(e.max.x-f.x)*h,s=(e.min.x-f.x)*h),d>=0?(r=(e.min.y-f.y)*d,a=(e.max.y-f.y)*d):(r=(e.max.y-f.y)*d,a=(e.min.y-f.y)*d),n>a||r>s||((r>n||isNaN(n))&&(n=r),(a<s||isNaN(s))&&(s=a),p>=0?(o=(e.min.z-f.z)*p,c=(e.max.z-f.z)*p):(o=(e.max.z-f.z)*p,c=(e.min.z-f.z)*p),n>c||o>s)||((o>n||n!==n)&&(n=o),(c<s||s!==s)&&(s=c),s<0)?null:this.at(n>=0?n:s,t)}intersectsBox(e){return this.intersectBox(e,Gn)!==null}intersectTriangle(e,t,n,s,r){let a=this.origin,o=this.direction,c=o.x,h=o.y,d=o.z,p=e.x-a.x,f=e.y-a.y,g=e.z-a.z,y=t.x-a.x,T=t.y-a.y,_=t.z-a.z,x=n.x-a.x,R=n.y-a.y,N=n.z-a.z,P=Math.abs(c),U=Math.abs(h),L=Math.abs(d),v,E,k,O,B,X,K,D,Z,q,J,fe;if(P>=U&&P>=L?(k=c,X=p,Z=y,fe=x,c>=0?(v=h,E=d,O=f,B=g,K=T,D=_,q=R,J=N):(v=d,E=h,O=g,B=f,K=_,D=T,q=N,J=R)):U>=L?(k=h,X=f,Z=T,fe=R,h>=0?(v=d,E=c,O=g,B=p,K=_,D=y,q=N,J=x):(v=c,E=d,O=p,B=g,K=y,D=_,q=x,J=N)):(k=d,X=g,Z=_,fe=N,d>=0?(v=c,E=h,O=p,B=f,K=y,D=T,q=x,J=R):(v=h,E=c,O=f,B=p,K=T,D=y,q=R,J=x)),k===0)return null;let $=v/k,ae=E/k,ce=1/k,Se=O-$*X,Ne=B-ae*X,ne=K-$*Z,be=D-ae*Z,Be=q-$*fe,He=J-ae*fe,de=Be*be-He*ne,We=Se*He-Ne*Be,mt=ne*Ne-be*Se;if(s){if(de<0||We<0||mt<0)return null}else if((de<0||We<0||mt<0)&&(de>0||We>0||mt>0))return null;let Xe=de+We+mt;if(Xe===0)return null;let ot=ce*(de*X+We*Z+mt*fe);return(Xe>0?ot<0:ot>0)?null:this.at(ot/Xe,r)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},jr=class extends si{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new ut(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new ni,this.combine=il,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},nc=new gt,xi=new Qi,Er=new Mi,ic=new V,Tr=new V,Ar=new V,Rr=new V,ko=new V,Cr=new V,sc=new V,Ir=new V,an=class extends un{constructor(e=new rn,t=new jr){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,a=s.length;r<a;r++){let o=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[o]=r}}}}getVertexPosition(e,t){let n=this.geometry,s=n.attributes.position,r=n.morphAttributes.position,a=n.morphTargetsRelative;t.fromBufferAttribute(s,e);let o=this.morphTargetInfluences;if(r&&o){Cr.set(0,0,0);for(let c=0,h=r.length;c<h;c++){let d=o[c],p=r[c];d!==0&&(ko.fromBufferAttribute(p,e),a?Cr.addScaledVector(ko,d):Cr.addScaledVector(ko.sub(t),d))}t.add(Cr)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.material,r=this.matrixWorld;s!==void 0&&(n.boundingSphere===null&&n.computeBoundingSphere(),Er.copy(n.boundingSphere),Er.applyMatrix4(r),xi.copy(e.ray).recast(e.near),!(Er.containsPoint(xi.origin)===!1&&(xi.intersectSphere(Er,ic)===null||xi.origin.distanceToSquared(ic)>(e.far-e.near)**2))&&(nc.copy(r).invert(),xi.copy(e.ray).applyMatrix4(nc),!(n.boundingBox!==null&&xi.intersectsBox(n.boundingBox)===!1)&&this._computeIntersections(e,t,xi)))}_computeIntersections(e,t,n){let s,r=this.geometry,a=this.material,o=r.index,c=r.attributes.position,h=r.attributes.uv,d=r.attributes.uv1,p=r.attributes.normal,f=r.groups,g=r.drawRange;if(o!==null)if(Array.isArray(a))for(let y=0,T=f.length;y<T;y++){let _=f[y],x=a[_.materialIndex],R=Math.max(_.start,g.start),N=Math.min(o.count,Math.min(_.start+_.count,g.start+g.count));for(let P=R,U=N;P<U;P+=3){let L=o.getX(P),v=o.getX(P+1),E=o.getX(P+2);s=Pr(this,x,e,n,h,d,p,L,v,E),s&&(s.faceIndex=Math.floor(P/3),s.face.materialIndex=_.materialIndex,t.push(s))}}else{let y=Math.max(0,g.start),T=Math.min(o.count,g.start+g.count);for(let _=y,x=T;_<x;_+=3){let R=o.getX(_),N=o.getX(_+1),P=o.getX(_+2);s=Pr(this,a,e,n,h,d,p,R,N,P),s&&(s.faceIndex=Math.floor(_/3),t.push(s))}}else if(c!==void 0)if(Array.isArray(a))for(let y=0,T=f.length;y<T;y++){let _=f[y],x=a[_.materialIndex],R=Math.max(_.start,g.start),N=Math.min(c.count,Math.min(_.start+_.count,g.start+g.count));for(let P=R,U=N;P<U;P+=3){let L=P,v=P+1,E=P+2;s=Pr(this,x,e,n,h,d,p,L,v,E),s&&(s.faceIndex=Math.floor(P/3),s.face.materialIndex=_.materialIndex,t.push(s))}}else{let y=Math.max(0,g.start),T=Math.min(c.count,g.start+g.count);for(let _=y,x=T;_<x;_+=3){let R=_,N=_+1,P=_+2;s=Pr(this,a,e,n,h,d,p,R,N,P),s&&(s.faceIndex=Math.floor(_/3),t.push(s))}}}};function Hu(i,e,t,n,s,r,a,o){let c;if(e.side===nn?c=n.intersectTriangle(a,r,s,!0,o):c=n.intersectTriangle(s,r,a,e.side===ci,o),c===null)return null;Ir.copy(o),Ir.applyMatrix4(i.matrixWorld);let h=t.ray.origin.distanceTo(Ir);return h<t.near||h>t.far?null:{distance:h,point:Ir.clone(),object:i}}function Pr(i,e,t,n,s,r,a,o,c,h){i.getVertexPosition(o,Tr),i.getVertexPosition(c,Ar),i.getVertexPosition(h,Rr);let d=Hu(i,e,t,n,Tr,Ar,Rr,sc);if(d){let p=new V;ti.getBarycoord(sc,Tr,Ar,Rr,p),s&&(d.uv=ti.getInterpolatedAttribute(s,o,c,h,p,new dt)),r&&(d.uv1=ti.getInterpolatedAttribute(r,o,c,h,p,new dt)),a&&(d.normal=ti.getInterpolatedAttribute(a,o,c,h,p,new V),d.normal.dot(n.direction)>0&&d.normal.multiplyScalar(-1));let f={a:o,b:c,c:h,normal:new V,materialIndex:0};ti.getNormal(Tr,Ar,Rr,f.normal),d.face=f,d.barycoord=p}return d}var ri=class extends Ft{constructor(e=null,t=1,n=1,s,r,a,o,c,h=It,d=It,p,f){super(null,a,o,c,h,d,s,r,p,f),this.isDataTexture=!0,this.image={data:e,width:t,height:n},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var vi=new Mi,Gu=new dt(.5,.5),Lr=new V,bi=class{constructor(e=new Mn,t=new Mn,n=new Mn,s=new Mn,r=new Mn,a=new Mn){this.planes=[e,t,n,s,r,a]}set(e,t,n,s,r,a){let o=this.planes;return o[0].copy(e),o[1].copy(t),o[2].copy(n),o[3].copy(s),o[4].copy(r),o[5].copy(a),this}copy(e){let t=this.planes;for(let n=0;n<6;n++)t[n].copy(e.planes[n]);return this}setFromProjectionMatrix(e,t=mn,n=!1){let s=this.planes,r=e.elements,a=r[0],o=r[1],c=r[2],h=r[3],d=r[4],p=r[5],f=r[6],g=r[7],y=r[8],T=r[9],_=r[10],x=r[11],R=r[12],N=r[13],P=r[14],U=r[15];if(s[0].setComponents(h-a,g-d,x-y,U-R).normalize(),s[1].setComponents(h+a,g+d,x+y,U+R).normalize(),s[2].setComponents(h+o,g+p,x+T,U+N).normalize(),s[3].setComponents(h-o,g-p,x-T,U-N).normalize(),n)s[4].setComponents(c,f,_,P).normalize(),s[5].setComponents(h-c,g-f,x-_,U-P).normalize();else if(s[4].setComponents(h-c,g-f,x-_,U-P).normalize(),t===mn)s[5].setComponents(h+c,g+f,x+_,U+P).normalize();else if(t===As)s[5].setComponents(c,f,_,P).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),vi.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),vi.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(vi)}intersectsSprite(e){vi.center.set(0,0,0);let t=Gu.distanceTo(e.center);return vi.radius=.7071067811865476+t,vi.applyMatrix4(e.matrixWorld),this.intersectsSphere(vi)}intersectsSphere(e){let t=this.planes,n=e.center,s=-e.radius;for(let r=0;r<6;r++)if(t[r].distanceToPoint(n)<s)return!1;return!0}intersectsBox(e){let t=this.planes;for(let n=0;n<6;n++){let s=t[n];if(Lr.x=s.normal.x>0?e.max.x:e.min.x,Lr.y=s.normal.y>0?e.max.y:e.min.y,Lr.z=s.normal.z>0?e.max.z:e.min.z,s.distanceToPoint(Lr)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let n=0;n<6;n++)if(t[n].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},rc=new gt,ea=class i{constructor(){this.coordinateSystem=mn,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,n=this._frustums;for(let s=0;s<t.length;s++){let r=t[s];rc.multiplyMatrices(r.projectionMatrix,r.matrixWorldInverse),n[s]===void 0&&(n[s]=new bi),n[s].setFromProjectionMatrix(rc,r.coordinateSystem,r.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,n=e._frustums;for(let s=0;s<e._count;s++)t[s]===void 0&&(t[s]=new bi),t[s].copy(n[s]);return this._count=e._count,this}clone(){return new i().copy(this)}};var ta=class extends si{constructor(e){super(),this.isLineBasicMaterial=!0,this.type="LineBasicMaterial",this.color=new ut(16777215),this.map=null,this.linewidth=1,this.linecap="round",this.linejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.linewidth=e.linewidth,this.linecap=e.linecap,this.linejoin=e.linejoin,this.fog=e.fog,this}},na=new V,ia=new V,ac=new gt,bs=new Qi,Dr=new Mi,Ho=new V,oc=new V,sa=class extends un{constructor(e=new rn,t=new ta){super(),this.isLine=!0,this.type="Line",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[0];for(let s=1,r=t.count;s<r;s++)na.fromBufferAttribute(t,s-1),ia.fromBufferAttribute(t,s),n[s]=n[s-1],n[s]+=na.distanceTo(ia);e.setAttribute("lineDistance",new en(n,1))}else Ze("Line.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.matrixWorld,r=e.params.Line.threshold,a=n.drawRange;if(n.boundingSphere===null&&n.computeBoundingSphere(),Dr.copy(n.boundingSphere),Dr.applyMatrix4(s),Dr.radius+=r,e.ray.intersectsSphere(Dr)===!1)return;ac.copy(s).invert(),bs.copy(e.ray).applyMatrix4(ac);let o=r/((this.scale.x+this.scale.y+this.scale.z)/3),c=o*o,h=this.isLineSegments?2:1,d=n.index,f=n.attributes.position;if(d!==null){let g=Math.max(0,a.start),y=Math.min(d.count,a.start+a.count);for(let T=g,_=y-1;T<_;T+=h){let x=d.getX(T),R=d.getX(T+1),N=Nr(this,e,bs,c,x,R,T);N&&t.push(N)}if(this.isLineLoop){let T=d.getX(y-1),_=d.getX(g),x=Nr(this,e,bs,c,T,_,y-1);x&&t.push(x)}}else{let g=Math.max(0,a.start),y=Math.min(f.count,a.start+a.count);for(let T=g,_=y-1;T<_;T+=h){let x=Nr(this,e,bs,c,T,T+1,T);x&&t.push(x)}if(this.isLineLoop){let T=Nr(this,e,bs,c,y-1,g,y-1);T&&t.push(T)}}}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,a=s.length;r<a;r++){let o=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[o]=r}}}}};function Nr(i,e,t,n,s,r,a){let o=i.geometry.attributes.position;if(na.fromBufferAttribute(o,s),ia.fromBufferAttribute(o,r),t.distanceSqToSegment(na,ia,Ho,oc)>n)return;Ho.applyMatrix4(i.matrixWorld);let h=e.ray.origin.distanceTo(Ho);if(!(h<e.near||h>e.far))return{distance:h,point:oc.clone().applyMatrix4(i.matrixWorld),index:a,face:null,faceIndex:null,barycoord:null,object:i}}var lc=new V,cc=new V,Ps=class extends sa{constructor(e,t){super(e,t),this.isLineSegments=!0,this.type="LineSegments"}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[];for(let s=0,r=t.count;s<r;s+=2)lc.fromBufferAttribute(t,s),cc.fromBufferAttribute(t,s+1),n[s]=s===0?0:n[s-1],n[s+1]=n[s]+lc.distanceTo(cc);e.setAttribute("lineDistance",new en(n,1))}else Ze("LineSegments.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}};var Ls=class extends Ft{constructor(e=[],t=Ti,n,s,r,a,o,c,h,d){super(e,t,n,s,r,a,o,c,h,d),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}};var bn=class extends Ft{constructor(e,t,n=wn,s,r,a,o=It,c=It,h,d=qn,p=1){if(d!==qn&&d!==Yn)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let f={width:e,height:t,depth:p};super(f,s,r,a,o,c,d,n,h),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new Zi(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},Ds=class extends bn{constructor(e,t=wn,n=Ti,s,r,a=It,o=It,c,h=qn){let d={width:e,height:e,depth:1},p=[d,d,d,d,d,d];super(e,e,t,n,s,r,a,o,c,h),this.image=p,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},Ns=class extends Ft{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},ji=class i extends rn{constructor(e=1,t=1,n=1,s=1,r=1,a=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:n,widthSegments:s,heightSegments:r,depthSegments:a};let o=this;s=Math.floor(s),r=Math.floor(r),a=Math.floor(a);let c=[],h=[],d=[],p=[],f=0,g=0;y("z","y","x",-1,-1,n,t,e,a,r,0),y("z","y","x",1,-1,n,t,-e,a,r,1),y("x","z","y",1,1,e,n,t,s,a,2),y("x","z","y",1,-1,e,n,-t,s,a,3),y("x","y","z",1,-1,e,t,n,s,r,4),y("x","y","z",-1,-1,e,t,-n,s,r,5),this.setIndex(c),this.setAttribute("position",new en(h,3)),this.setAttribute("normal",new en(d,3)),this.setAttribute("uv",new en(p,2));function y(T,_,x,R,N,P,U,L,v,E,k){let O=P/v,B=U/E,X=P/2,K=U/2,D=L/2,Z=v+1,q=E+1,J=0,fe=0,$=new V;for(let ae=0;ae<q;ae++){let ce=ae*B-K;for(let Se=0;Se<Z;Se++){let Ne=Se*O-X;$[T]=Ne*R,$[_]=ce*N,$[x]=D,h.push($.x,$.y,$.z),$[T]=0,$[_]=0,$[x]=L>0?1:-1,d.push($.x,$.y,$.z),p.push(Se/v),p.push(1-ae/E),J+=1}}for(let ae=0;ae<E;ae++)for(let ce=0;ce<v;ce++){let Se=f+ce+Z*ae,Ne=f+ce+Z*(ae+1),ne=f+(ce+1)+Z*(ae+1),be=f+(ce+1)+Z*ae;c.push(Se,Ne,be),c.push(Ne,ne,be),fe+=6}o.addGroup(g,fe,k),g+=fe,f+=J}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}};var Us=class i extends rn{constructor(e=1,t=1,n=1,s=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:n,heightSegments:s};let r=e/2,a=t/2,o=Math.floor(n),c=Math.floor(s),h=o+1,d=c+1,p=e/o,f=t/c,g=[],y=[],T=[],_=[];for(let x=0;x<d;x++){let R=x*f-a;for(let N=0;N<h;N++){let P=N*p-r;y.push(P,-R,0),T.push(0,0,1),_.push(N/o),_.push(1-x/c)}}for(let x=0;x<c;x++)for(let R=0;R<o;R++){let N=R+h*x,P=R+h*(x+1),U=R+1+h*(x+1),L=R+1+h*x;g.push(N,P,L),g.push(P,U,L)}this.setIndex(g),this.setAttribute("position",new en(y,3)),this.setAttribute("normal",new en(T,3)),this.setAttribute("uv",new en(_,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.widthSegments,e.heightSegments)}};var Fs=class extends rn{constructor(e=null){if(super(),this.type="WireframeGeometry",this.parameters={geometry:e},e!==null){let t=[],n=new Set,s=new V,r=new V;if(e.index!==null){let a=e.attributes.position,o=e.index,c=e.groups;c.length===0&&(c=[{start:0,count:o.count,materialIndex:0}]);for(let h=0,d=c.length;h<d;++h){let p=c[h],f=p.start,g=p.count;for(let y=f,T=f+g;y<T;y+=3)for(let _=0;_<3;_++){let x=o.getX(y+_),R=o.getX(y+(_+1)%3);s.fromBufferAttribute(a,x),r.fromBufferAttribute(a,R),hc(s,r,n)===!0&&(t.push(s.x,s.y,s.z),t.push(r.x,r.y,r.z))}}}else{let a=e.attributes.position;for(let o=0,c=a.count/3;o<c;o++)for(let h=0;h<3;h++){let d=3*o+h,p=3*o+(h+1)%3;s.fromBufferAttribute(a,d),r.fromBufferAttribute(a,p),hc(s,r,n)===!0&&(t.push(s.x,s.y,s.z),t.push(r.x,r.y,r.z))}}this.setAttribute("position",new en(t,3))}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}};function hc(i,e,t){let n=`${i.x},${i.y},${i.z}-${e.x},${e.y},${e.z}`,s=`${e.x},${e.y},${e.z}-${i.x},${i.y},${i.z}`;return t.has(n)===!0||t.has(s)===!0?!1:(t.add(n),t.add(s),!0)}function Ri(i){let e={};for(let t in i){e[t]={};for(let n in i[t]){let s=i[t][n];if(uc(s))s.isRenderTargetTexture?(Ze("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][n]=null):e[t][n]=s.clone();else if(Array.isArray(s))if(uc(s[0])){let r=[];for(let a=0,o=s.length;a<o;a++)r[a]=s[a].clone();e[t][n]=r}else e[t][n]=s.slice();else e[t][n]=s}}return e}function Qt(i){let e={};for(let t=0;t<i.length;t++){let n=Ri(i[t]);for(let s in n)e[s]=n[s]}return e}function uc(i){return i&&(i.isColor||i.isMatrix3||i.isMatrix4||i.isVector2||i.isVector3||i.isVector4||i.isTexture||i.isQuaternion)}function Vu(i){let e=[];for(let t=0;t<i.length;t++)e.push(i[t].clone());return e}function wl(i){let e=i.getRenderTarget();return e===null?i.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:ct.workingColorSpace}var sh={clone:Ri,merge:Qt},Wu=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,Xu=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,Dn=class extends si{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=Wu,this.fragmentShader=Xu,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=Ri(e.uniforms),this.uniformsGroups=Vu(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let s in this.uniforms){let a=this.uniforms[s].value;a&&a.isTexture?t.uniforms[s]={type:"t",value:a.toJSON(e).uuid}:a&&a.isColor?t.uniforms[s]={type:"c",value:a.getHex()}:a&&a.isVector2?t.uniforms[s]={type:"v2",value:a.toArray()}:a&&a.isVector3?t.uniforms[s]={type:"v3",value:a.toArray()}:a&&a.isVector4?t.uniforms[s]={type:"v4",value:a.toArray()}:a&&a.isMatrix3?t.uniforms[s]={type:"m3",value:a.toArray()}:a&&a.isMatrix4?t.uniforms[s]={type:"m4",value:a.toArray()}:t.uniforms[s]={value:a}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let n={};for(let s in this.extensions)this.extensions[s]===!0&&(n[s]=!0);return Object.keys(n).length>0&&(t.extensions=n),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let n in e.uniforms){let s=e.uniforms[n];switch(this.uniforms[n]={},s.type){case"t":this.uniforms[n].value=t[s.value]||null;break;case"c":this.uniforms[n].value=new ut().setHex(s.value);break;case"v2":this.uniforms[n].value=new dt().fromArray(s.value);break;case"v3":this.uniforms[n].value=new V().fromArray(s.value);break;case"v4":this.uniforms[n].value=new bt().fromArray(s.value);break;case"m3":this.uniforms[n].value=new et().fromArray(s.value);break;case"m4":this.uniforms[n].value=new gt().fromArray(s.value);break;default:this.uniforms[n].value=s.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let n in e.extensions)this.extensions[n]=e.extensions[n];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},es=class extends Dn{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var ra=class extends si{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=Vc,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},aa=class extends si{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function Hi(i,e){return!i||i.constructor===e?i:typeof e.BYTES_PER_ELEMENT=="number"?new e(i):Array.prototype.slice.call(i)}function Ur(i){return i!==void 0&&i.inTangents!==void 0&&i.outTangents!==void 0}var ai=class{constructor(e,t,n,s){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=s!==void 0?s:new t.constructor(n),this.sampleValues=t,this.valueSize=n,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,n=this._cachedIndex,s=t[n],r=t[n-1];n:{e:{let a;t:{i:if(!(e<s)){for(let o=n+2;;){if(s===void 0){if(e<r)break i;return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}if(n===o)break;if(r=s,s=t[++n],e<s)break e}a=t.length;break t}if(!(e>=r)){let o=t[1];e<o&&(n=2,r=o);for(let c=n-2;;){if(r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(n===c)break;if(s=r,r=t[--n-1],e>=r)break e}a=n,n=0;break t}break n}for(;n<a;){let o=n+a>>>1;e<t[o]?a=o:n=o+1}if(s=t[n],r=t[n-1],r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(s===void 0)return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}this._cachedIndex=n,this.intervalChanged_(n,r,s)}return this.interpolate_(n,r,e,s)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,n=this.sampleValues,s=this.valueSize,r=e*s;for(let a=0;a!==s;++a)t[a]=n[r+a];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},oa=class extends ai{constructor(e,t,n,s){super(e,t,n,s),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:Vo,endingEnd:Vo}}intervalChanged_(e,t,n){let s=this.parameterPositions,r=e-2,a=e+1,o=s[r],c=s[a];if(o===void 0)switch(this.getSettings_().endingStart){case Wo:r=e,o=2*t-n;break;case Xo:r=s.length-2,o=t+s[r]-s[r+1];break;default:r=e,o=n}if(c===void 0)switch(this.getSettings_().endingEnd){case Wo:a=e,c=2*n-t;break;case Xo:a=1,c=n+s[1]-s[0];break;default:a=e-1,c=t}let h=(n-t)*.5,d=this.valueSize;this._weightPrev=h/(t-o),this._weightNext=h/(c-n),this._offsetPrev=r*d,this._offsetNext=a*d}interpolate_(e,t,n,s){let r=this.resultBuffer,a=this.sampleValues,o=this.valueSize,c=e*o,h=c-o,d=this._offsetPrev,p=this._offsetNext,f=this._weightPrev,g=this._weightNext,y=(n-t)/(s-t),T=y*y,_=T*y,x=-f*_+2*f*T-f*y,R=(1+f)*_+(-1.5-2*f)*T+(-.5+f)*y+1,N=(-1-g)*_+(1.5+g)*T+.5*y,P=g*_-g*T;for(let U=0;U!==o;++U)r[U]=x*a[d+U]+R*a[h+U]+N*a[c+U]+P*a[p+U];return r}},la=class extends ai{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,a=this.sampleValues,o=this.valueSize,c=e*o,h=c-o,d=(n-t)/(s-t),p=1-d;for(let f=0;f!==o;++f)r[f]=a[h+f]*p+a[c+f]*d;return r}},ca=class extends ai{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e){return this.copySampleValue_(e-1)}},ha=class extends ai{interpolate_(e,t,n,s){let r=this.resultBuffer,a=this.sampleValues,o=this.valueSize,c=e*o,h=c-o,d=this.inTangents,p=this.outTangents;if(!d||!p){let y=(n-t)/(s-t),T=1-y;for(let _=0;_!==o;++_)r[_]=a[h+_]*T+a[c+_]*y;return r}let f=o*2,g=e-1;for(let y=0;y!==o;++y){let T=a[h+y],_=a[c+y],x=g*f+y*2,R=p[x],N=p[x+1],P=e*f+y*2,U=d[P],L=d[P+1],v=Yu(n,t,R,U,s);r[y]=rh(v,T,N,L,_)}return r}};function rh(i,e,t,n,s){let r=1-i;return r*r*r*e+3*r*r*i*t+3*r*i*i*n+i*i*i*s}function qu(i,e,t,n,s){let r=1-i;return 3*r*r*(t-e)+6*r*i*(n-t)+3*i*i*(s-n)}function Yu(i,e,t,n,s){let r=(i-e)/(s-e);for(let a=0;a<8;a++){let o=rh(r,e,t,n,s)-i;if(Math.abs(o)<1e-10)break;let c=qu(r,e,t,n,s);if(Math.abs(c)<1e-10)break;r=Math.max(0,Math.min(1,r-o/c))}return r}var fn=class{constructor(e,t,n,s){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=Hi(t,this.TimeBufferType),this.values=Hi(n,this.ValueBufferType),this.setInterpolation(s||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,n;if(t.toJSON!==this.toJSON)n=t.toJSON(e);else{n={name:e.name,times:Hi(e.times,Array),values:Hi(e.values,Array)};let s=e.getInterpolation();s!==e.DefaultInterpolation&&(n.interpolation=s),Ur(e.settings)&&(n.settings={inTangents:Hi(e.settings.inTangents,Array),outTangents:Hi(e.settings.outTangents,Array)})}return n.type=e.ValueTypeName,n}InterpolantFactoryMethodDiscrete(e){return new ca(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new la(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new oa(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new ha(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case Es:t=this.InterpolantFactoryMethodDiscrete;break;case Zr:t=this.InterpolantFactoryMethodLinear;break;case Br:t=this.InterpolantFactoryMethodSmooth;break;case Go:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let n="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(n);return Ze("KeyframeTrack:",n),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return Es;case this.InterpolantFactoryMethodLinear:return Zr;case this.InterpolantFactoryMethodSmooth:return Br;case this.InterpolantFactoryMethodBezier:return Go}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]+=e;Ur(this.settings)&&(fc(this.settings.inTangents,e),fc(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]*=e;Ur(this.settings)&&(dc(this.settings.inTangents,e),dc(this.settings.outTangents,e))}return this}trim(e,t){let n=this.times,s=n.length,r=0,a=s-1;for(;r!==s&&n[r]<e;)++r;for(;a!==-1&&n[a]>t;)--a;if(++a,r!==0||a!==s){r>=a&&(a=Math.max(a,1),r=a-1);let o=this.getValueSize();this.times=n.slice(r,a),this.values=this.values.slice(r*o,a*o)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(je("KeyframeTrack: Invalid value size in track.",this),e=!1);let n=this.times,s=this.values,r=n.length;r===0&&(je("KeyframeTrack: Track is empty.",this),e=!1);let a=null;for(let o=0;o!==r;o++){let c=n[o];if(typeof c=="number"&&isNaN(c)){je("KeyframeTrack: Time is not a valid number.",this,o,c),e=!1;break}if(a!==null&&a>c){je("KeyframeTrack: Out of order keys.",this,o,c,a),e=!1;break}a=c}if(s!==void 0&&xu(s))for(let o=0,c=s.length;o!==c;++o){let h=s[o];if(isNaN(h)){je("KeyframeTrack: Value is not a valid number.",this,o,h),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),n=this.getValueSize(),s=this.getInterpolation()===Br,r=e.length-1,a=1;for(let o=1;o<r;++o){let c=!1,h=e[o],d=e[o+1];if(h!==d&&(o!==1||h!==e[0]))if(s)c=!0;else{let p=o*n,f=p-n,g=p+n;for(let y=0;y!==n;++y){let T=t[p+y];if(T!==t[f+y]||T!==t[g+y]){c=!0;break}}}if(c){if(o!==a){e[a]=e[o];let p=o*n,f=a*n;for(let g=0;g!==n;++g)t[f+g]=t[p+g]}++a}}if(r>0){e[a]=e[r];for(let o=r*n,c=a*n,h=0;h!==n;++h)t[c+h]=t[o+h];++a}return a!==e.length?(this.times=e.slice(0,a),this.values=t.slice(0,a*n)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),n=this.constructor,s=new n(this.name,e,t);return s.createInterpolant=this.createInterpolant,Ur(this.settings)&&(s.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),s}};function fc(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]+=e}function dc(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]*=e}fn.prototype.ValueTypeName="";fn.prototype.TimeBufferType=Float32Array;fn.prototype.ValueBufferType=Float32Array;fn.prototype.DefaultInterpolation=Zr;var oi=class extends fn{constructor(e,t,n){super(e,t,n)}};oi.prototype.ValueTypeName="bool";oi.prototype.ValueBufferType=Array;oi.prototype.DefaultInterpolation=Es;oi.prototype.InterpolantFactoryMethodLinear=void 0;oi.prototype.InterpolantFactoryMethodSmooth=void 0;var ua=class extends fn{constructor(e,t,n,s){super(e,t,n,s)}};ua.prototype.ValueTypeName="color";var fa=class extends fn{constructor(e,t,n,s){super(e,t,n,s)}};fa.prototype.ValueTypeName="number";var da=class extends ai{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,a=this.sampleValues,o=this.valueSize,c=(n-t)/(s-t),h=e*o;for(let d=h+o;h!==d;h+=4)Ut.slerpFlat(r,0,a,h-o,a,h,c);return r}},Os=class extends fn{constructor(e,t,n,s){super(e,t,n,s)}InterpolantFactoryMethodLinear(e){return new da(this.times,this.values,this.getValueSize(),e)}};Os.prototype.ValueTypeName="quaternion";Os.prototype.InterpolantFactoryMethodSmooth=void 0;var li=class extends fn{constructor(e,t,n){super(e,t,n)}};li.prototype.ValueTypeName="string";li.prototype.ValueBufferType=Array;li.prototype.DefaultInterpolation=Es;li.prototype.InterpolantFactoryMethodLinear=void 0;li.prototype.InterpolantFactoryMethodSmooth=void 0;var pa=class extends fn{constructor(e,t,n,s){super(e,t,n,s)}};pa.prototype.ValueTypeName="vector";var qo={enabled:!1,files:{},add:function(i,e){this.enabled!==!1&&(pc(i)||(this.files[i]=e))},get:function(i){if(this.enabled!==!1&&!pc(i))return this.files[i]},remove:function(i){delete this.files[i]},clear:function(){this.files={}}};function pc(i){try{let e=i.slice(i.indexOf(":")+1);return new URL(e).protocol==="blob:"}catch{return!1}}var ma=class{constructor(e,t,n){let s=this,r=!1,a=0,o=0,c,h=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=n,this._abortController=null,this.itemStart=function(d){o++,r===!1&&s.onStart!==void 0&&s.onStart(d,a,o),r=!0},this.itemEnd=function(d){a++,s.onProgress!==void 0&&s.onProgress(d,a,o),a===o&&(r=!1,s.onLoad!==void 0&&s.onLoad())},this.itemError=function(d){s.onError!==void 0&&s.onError(d)},this.resolveURL=function(d){return d=d.normalize("NFC"),c?c(d):d},this.setURLModifier=function(d){return c=d,this},this.addHandler=function(d,p){return h.push(d,p),this},this.removeHandler=function(d){let p=h.indexOf(d);return p!==-1&&h.splice(p,2),this},this.getHandler=function(d){for(let p=0,f=h.length;p<f;p+=2){let g=h[p],y=h[p+1];if(g.global&&(g.lastIndex=0),g.test(d))return y}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},ah=new ma,ts=class{constructor(e){this.manager=e!==void 0?e:ah,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let n=this;return new Promise(function(s,r){n.load(e,s,t,r)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};ts.DEFAULT_MATERIAL_NAME="__DEFAULT";var Vn={},Yo=class extends Error{constructor(e,t){super(e),this.response=t}},ga=class extends ts{constructor(e){super(e),this.mimeType="",this.responseType="",this._abortController=new AbortController}load(e,t,n,s){e===void 0&&(e=""),this.path!==void 0&&(e=this.path+e),e=this.manager.resolveURL(e);let r=qo.get(`file:${e}`);if(r!==void 0){this.manager.itemStart(e),setTimeout(()=>{t&&t(r),this.manager.itemEnd(e)},0);return}if(Vn[e]!==void 0){Vn[e].push({onLoad:t,onProgress:n,onError:s});return}Vn[e]=[],Vn[e].push({onLoad:t,onProgress:n,onError:s});let a=new Request(e,{headers:new Headers(this.requestHeader),credentials:this.withCredentials?"include":"same-origin",priority:this.priority,cache:this.cache,signal:typeof AbortSignal.any=="function"?AbortSignal.any([this._abortController.signal,this.manager.abortController.signal]):this._abortController.signal}),o=this.mimeType,c=this.responseType;fetch(a).then(h=>{if(h.status===200||h.status===0){if(h.status===0&&Ze("FileLoader: HTTP Status 0 received."),typeof ReadableStream>"u"||h.body===void 0||h.body.getReader===void 0)return h;let d=Vn[e],p=h.body.getReader(),f=h.headers.get("X-File-Size")||h.headers.get("Content-Length"),g=f?parseInt(f):0,y=g!==0,T=0,_=new ReadableStream({start(x){R();function R(){p.read().then(({done:N,value:P})=>{if(N)x.close();else{T+=P.byteLength;let U=new ProgressEvent("progress",{lengthComputable:y,loaded:T,total:g});for(let L=0,v=d.length;L<v;L++){let E=d[L];E.onProgress&&E.onProgress(U)}x.enqueue(P),R()}},N=>{x.error(N)})}}});return new Response(_)}else throw new Yo(`fetch for "${h.url}" responded with ${h.status}: ${h.statusText}`,h)}).then(h=>{switch(c){case"arraybuffer":return h.arrayBuffer();case"blob":return h.blob();case"document":return h.text().then(d=>new DOMParser().parseFromString(d,o));case"json":return h.json();default:if(o==="")return h.text();{let p=/charset="?([^;"\s]*)"?/i.exec(o),f=p&&p[1]?p[1].toLowerCase():void 0,g=new TextDecoder(f);return h.arrayBuffer().then(y=>g.decode(y))}}}).then(h=>{qo.add(`file:${e}`,h);let d=Vn[e];delete Vn[e];for(let p=0,f=d.length;p<f;p++){let g=d[p];g.onLoad&&g.onLoad(h)}}).catch(h=>{let d=Vn[e];if(d===void 0)throw this.manager.itemError(e),h;delete Vn[e];for(let p=0,f=d.length;p<f;p++){let g=d[p];g.onError&&g.onError(h)}this.manager.itemError(e)}).finally(()=>{this.manager.itemEnd(e)}),this.manager.itemStart(e)}setResponseType(e){return this.responseType=e,this}setMimeType(e){return this.mimeType=e,this}abort(){return this._abortController.abort(),this._abortController=new AbortController,this}};var wi=class extends ts{constructor(e){super(e)}load(e,t,n,s){let r=this,a=new ri,o=new ga(this.manager);return o.setPriority(this.priority),o.setCache(this.cache),o.setResponseType("arraybuffer"),o.setRequestHeader(this.requestHeader),o.setPath(this.path),o.setWithCredentials(r.withCredentials),o.load(e,function(c){let h;try{h=r.parse(c)}catch(d){s!==void 0?s(d):je(d);return}r._applyTexData(a,h),t&&t(a,h)},n,s),a}createDataTexture(e){let t=new ri;return this._applyTexData(t,this.parse(e)),t}_applyTexData(e,t){t.image!==void 0?e.image=t.image:t.data!==void 0&&(e.image.width=t.width,e.image.height=t.height,e.image.data=t.data),e.wrapS=t.wrapS!==void 0?t.wrapS:qt,e.wrapT=t.wrapT!==void 0?t.wrapT:qt,e.magFilter=t.magFilter!==void 0?t.magFilter:Mt,e.minFilter=t.minFilter!==void 0?t.minFilter:Mt,e.anisotropy=t.anisotropy!==void 0?t.anisotropy:1,t.colorSpace!==void 0&&(e.colorSpace=t.colorSpace),t.flipY!==void 0&&(e.flipY=t.flipY),t.format!==void 0&&(e.format=t.format),t.type!==void 0&&(e.type=t.type),t.mipmaps!==void 0&&(e.mipmaps=t.mipmaps,e.minFilter=_n),t.mipmapCount===1&&(e.minFilter=Mt),t.generateMipmaps!==void 0&&(e.generateMipmaps=t.generateMipmaps),e.needsUpdate=!0}};var Fr=new V,Or=new Ut,Pn=new V,Bs=class extends un{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new gt,this.projectionMatrix=new gt,this.projectionMatrixInverse=new gt,this.coordinateSystem=mn,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(Fr,Or,Pn),Pn.x===1&&Pn.y===1&&Pn.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Fr,Or,Pn.set(1,1,1)).invert()}updateWorldMatrix(e,t,n=!1){super.updateWorldMatrix(e,t,n),this.matrixWorld.decompose(Fr,Or,Pn),Pn.x===1&&Pn.y===1&&Pn.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Fr,Or,Pn.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},ei=new V,mc=new dt,gc=new dt,Gt=class extends Bs{constructor(e=50,t=1,n=.1,s=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=n,this.far=s,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=$r*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(yo*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return $r*2*Math.atan(Math.tan(yo*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,n){ei.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(ei.x,ei.y).multiplyScalar(-e/ei.z),ei.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(ei.x,ei.y).multiplyScalar(-e/ei.z)}getViewSize(e,t){return this.getViewBounds(e,mc,gc),t.subVectors(gc,mc)}setViewOffset(e,t,n,s,r,a){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=a,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(yo*.5*this.fov)/this.zoom,n=2*t,s=this.aspect*n,r=-.5*s,a=this.view;if(this.view!==null&&this.view.enabled){let c=a.fullWidth,h=a.fullHeight;r+=a.offsetX*s/c,t-=a.offsetY*n/h,s*=a.width/c,n*=a.height/h}let o=this.filmOffset;o!==0&&(r+=e*o/this.getFilmWidth()),this.projectionMatrix.makePerspective(r,r+s,t,t-n,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var _a=class extends Bs{constructor(e=-1,t=1,n=1,s=-1,r=.1,a=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=n,this.bottom=s,this.near=r,this.far=a,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,n,s,r,a){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=a,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),n=(this.right+this.left)/2,s=(this.top+this.bottom)/2,r=n-e,a=n+e,o=s+t,c=s-t;if(this.view!==null&&this.view.enabled){let h=(this.right-this.left)/this.view.fullWidth/this.zoom,d=(this.top-this.bottom)/this.view.fullHeight/this.zoom;r+=h*this.view.offsetX,a=r+h*this.view.width,o-=d*this.view.offsetY,c=o-d*this.view.height}this.projectionMatrix.makeOrthographic(r,a,o,c,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}};var Gi=-90,Vi=1,ns=class extends un{constructor(e,t,n){super(),this.type="CubeCamera",this.renderTarget=n,this.coordinateSystem=null,this.activeMipmapLevel=0;let s=new Gt(Gi,Vi,e,t);s.layers=this.layers,this.add(s);let r=new Gt(Gi,Vi,e,t);r.layers=this.layers,this.add(r);let a=new Gt(Gi,Vi,e,t);a.layers=this.layers,this.add(a);let o=new Gt(Gi,Vi,e,t);o.layers=this.layers,this.add(o);let c=new Gt(Gi,Vi,e,t);c.layers=this.layers,this.add(c);let h=new Gt(Gi,Vi,e,t);h.layers=this.layers,this.add(h)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[n,s,r,a,o,c]=t;for(let h of t)this.remove(h);if(e===mn)n.up.set(0,1,0),n.lookAt(1,0,0),s.up.set(0,1,0),s.lookAt(-1,0,0),r.up.set(0,0,-1),r.lookAt(0,1,0),a.up.set(0,0,1),a.lookAt(0,-1,0),o.up.set(0,1,0),o.lookAt(0,0,1),c.up.set(0,1,0),c.lookAt(0,0,-1);else if(e===As)n.up.set(0,-1,0),n.lookAt(-1,0,0),s.up.set(0,-1,0),s.lookAt(1,0,0),r.up.set(0,0,1),r.lookAt(0,1,0),a.up.set(0,0,-1),a.lookAt(0,-1,0),o.up.set(0,-1,0),o.lookAt(0,0,1),c.up.set(0,-1,0),c.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let h of t)this.add(h),h.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:n,activeMipmapLevel:s}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[r,a,o,c,h,d]=this.children,p=e.getRenderTarget(),f=e.getActiveCubeFace(),g=e.getActiveMipmapLevel(),y=e.xr.enabled;e.xr.enabled=!1;let T=n.texture.mipmapsAutoUpdate;n.texture.mipmapsAutoUpdate=!1;let _=!1;e.isWebGLRenderer===!0?_=e.state.buffers.depth.getReversed():_=e.reversedDepthBuffer,e.setRenderTarget(n,0,s),_&&e.autoClear===!1&&e.clearDepth(),e.render(t,r),e.setRenderTarget(n,1,s),_&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(n,2,s),_&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(n,3,s),_&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),e.setRenderTarget(n,4,s),_&&e.autoClear===!1&&e.clearDepth(),e.render(t,h),n.texture.mipmapsAutoUpdate=T,e.setRenderTarget(n,5,s),_&&e.autoClear===!1&&e.clearDepth(),e.render(t,d),e.setRenderTarget(p,f,g),e.xr.enabled=y,n.texture.needsPMREMUpdate=!0}},xa=class extends Gt{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var El="\\[\\]\\.:\\/",Zu=new RegExp("["+El+"]","g"),Tl="[^"+El+"]",$u="[^"+El.replace("\\.","")+"]",Ju=/((?:WC+[\/:])*)/.source.replace("WC",Tl),Ku=/(WCOD+)?/.source.replace("WCOD",$u),Qu=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",Tl),ju=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",Tl),ef=new RegExp("^"+Ju+Ku+Qu+ju+"$"),tf=["material","materials","bones","map"],Zo=class{constructor(e,t,n){let s=n||At.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,s)}getValue(e,t){this.bind();let n=this._targetGroup.nCachedObjects_,s=this._bindings[n];s!==void 0&&s.getValue(e,t)}setValue(e,t){let n=this._bindings;for(let s=this._targetGroup.nCachedObjects_,r=n.length;s!==r;++s)n[s].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].unbind()}},At=class i{constructor(e,t,n){this.path=t,this.parsedPath=n||i.parseTrackName(t),this.node=i.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,n){return e&&e.isAnimationObjectGroup?new i.Composite(e,t,n):new i(e,t,n)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(Zu,"")}static parseTrackName(e){let t=ef.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let n={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},s=n.nodeName&&n.nodeName.lastIndexOf(".");if(s!==void 0&&s!==-1){let r=n.nodeName.substring(s+1);tf.indexOf(r)!==-1&&(n.nodeName=n.nodeName.substring(0,s),n.objectName=r)}if(n.propertyName===null||n.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return n}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let n=e.skeleton.getBoneByName(t);if(n!==void 0)return n}if(e.children){let n=function(r){for(let a=0;a<r.length;a++){let o=r[a];if(o.name===t||o.uuid===t)return o;let c=n(o.children);if(c)return c}return null},s=n(e.children);if(s)return s}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)e[t++]=n[s]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,n=t.objectName,s=t.propertyName,r=t.propertyIndex;if(e||(e=i.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){Ze("PropertyBinding: No target node found for track: "+this.path+".");return}if(n){let h=t.objectIndex;switch(n){case"materials":if(!e.material){je("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){je("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){je("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let d=0;d<e.length;d++)if(e[d].name===h){h=d;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){je("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){je("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[n]===void 0){je("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[n]}if(h!==void 0){if(e[h]===void 0){je("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[h]}}let a=e[s];if(a===void 0){let h=t.nodeName;je("PropertyBinding: Trying to update property for track: "+h+"."+s+" but it wasn't found.",e);return}let o=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?o=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(o=this.Versioning.MatrixWorldNeedsUpdate);let c=this.BindingType.Direct;if(r!==void 0){if(s==="morphTargetInfluences"){if(!e.geometry){je("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){je("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[r]!==void 0&&(r=e.morphTargetDictionary[r])}c=this.BindingType.ArrayElement,this.resolvedProperty=a,this.propertyIndex=r}else a.fromArray!==void 0&&a.toArray!==void 0?(c=this.BindingType.HasFromToArray,this.resolvedProperty=a):Array.isArray(a)?(c=this.BindingType.EntireArray,this.resolvedProperty=a):this.propertyName=s;this.getValue=this.GetterByBindingType[c],this.setValue=this.SetterByBindingTypeAndVersioning[c][o]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};At.Composite=Zo;At.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};At.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};At.prototype.GetterByBindingType=[At.prototype._getValue_direct,At.prototype._getValue_array,At.prototype._getValue_arrayElement,At.prototype._getValue_toArray];At.prototype.SetterByBindingTypeAndVersioning=[[At.prototype._setValue_direct,At.prototype._setValue_direct_setNeedsUpdate,At.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[At.prototype._setValue_array,At.prototype._setValue_array_setNeedsUpdate,At.prototype._setValue_array_setMatrixWorldNeedsUpdate],[At.prototype._setValue_arrayElement,At.prototype._setValue_arrayElement_setNeedsUpdate,At.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[At.prototype._setValue_fromArray,At.prototype._setValue_fromArray_setNeedsUpdate,At.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var g0=new Float32Array(1);var _c=new gt,zs=class{constructor(e,t,n=0,s=1/0){this.ray=new Qi(e,t),this.near=n,this.far=s,this.camera=null,this.layers=new $i,this.params={Mesh:{},Line:{threshold:1},LOD:{},Points:{threshold:1},Sprite:{}}}set(e,t){this.ray.set(e,t)}setFromCamera(e,t){t.isPerspectiveCamera?(this.ray.origin.setFromMatrixPosition(t.matrixWorld),this.ray.direction.set(e.x,e.y,.5).unproject(t).sub(this.ray.origin).normalize(),this.camera=t):t.isOrthographicCamera?(this.ray.origin.set(e.x,e.y,t.projectionMatrix.elements[14]).unproject(t),this.ray.direction.set(0,0,-1).transformDirection(t.matrixWorld),this.camera=t):je("Raycaster: Unsupported camera type: "+t.type)}setFromXRController(e){return _c.identity().extractRotation(e.matrixWorld),this.ray.origin.setFromMatrixPosition(e.matrixWorld),this.ray.direction.set(0,0,-1).applyMatrix4(_c),this}intersectObject(e,t=!0,n=[]){return $o(e,this,n,t),n.sort(xc),n}intersectObjects(e,t=!0,n=[]){for(let s=0,r=e.length;s<r;s++)$o(e[s],this,n,t);return n.sort(xc),n}};function xc(i,e){return i.distance-e.distance}function $o(i,e,t,n){let s=!0;if(i.layers.test(e.layers)&&i.raycast(e,t)===!1&&(s=!1),s===!0&&n===!0){let r=i.children;for(let a=0,o=r.length;a<o;a++)$o(r[a],e,t,!0)}}var Jo=class{static{this.prototype.isMatrix2=!0}constructor(e,t,n,s){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,n,s)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let n=0;n<4;n++)this.elements[n]=e[n+t];return this}set(e,t,n,s){let r=this.elements;return r[0]=e,r[2]=t,r[1]=n,r[3]=s,this}};function Al(i,e,t,n){let s=nf(n);switch(t){case gl:return i*e;case ui:return i*e/s.components*s.byteLength;case Ea:return i*e/s.components*s.byteLength;case ln:return i*e*2/s.components*s.byteLength;case Ta:return i*e*2/s.components*s.byteLength;case _l:return i*e*3/s.components*s.byteLength;case Pt:return i*e*4/s.components*s.byteLength;case Aa:return i*e*4/s.components*s.byteLength;case Gs:case Vs:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case Ws:case Xs:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Ca:case Pa:return Math.max(i,16)*Math.max(e,8)/4;case Ra:case Ia:return Math.max(i,8)*Math.max(e,8)/2;case La:case Da:case Ua:case Fa:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case Na:case qs:case Oa:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Ba:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case za:return Math.floor((i+4)/5)*Math.floor((e+3)/4)*16;case ka:return Math.floor((i+4)/5)*Math.floor((e+4)/5)*16;case Ha:return Math.floor((i+5)/6)*Math.floor((e+4)/5)*16;case Ga:return Math.floor((i+5)/6)*Math.floor((e+5)/6)*16;case Va:return Math.floor((i+7)/8)*Math.floor((e+4)/5)*16;case Wa:return Math.floor((i+7)/8)*Math.floor((e+5)/6)*16;case Xa:return Math.floor((i+7)/8)*Math.floor((e+7)/8)*16;case qa:return Math.floor((i+9)/10)*Math.floor((e+4)/5)*16;case Ya:return Math.floor((i+9)/10)*Math.floor((e+5)/6)*16;case Za:return Math.floor((i+9)/10)*Math.floor((e+7)/8)*16;case $a:return Math.floor((i+9)/10)*Math.floor((e+9)/10)*16;case Ja:return Math.floor((i+11)/12)*Math.floor((e+9)/10)*16;case Ka:return Math.floor((i+11)/12)*Math.floor((e+11)/12)*16;case Qa:case ja:case eo:return Math.ceil(i/4)*Math.ceil(e/4)*16;case to:case no:return Math.ceil(i/4)*Math.ceil(e/4)*8;case Ys:case io:return Math.ceil(i/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function nf(i){switch(i){case dn:case fl:return{byteLength:1,components:1};case rs:case dl:case wt:return{byteLength:2,components:1};case ba:case wa:return{byteLength:2,components:4};case wn:case Ma:case Nt:return{byteLength:4,components:1};case pl:case ml:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${i}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Ze("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function Rh(){let i=null,e=!1,t=null,n=null;function s(r,a){n=i.requestAnimationFrame(s),t(r,a)}return{start:function(){e!==!0&&t!==null&&i!==null&&(n=i.requestAnimationFrame(s),e=!0)},stop:function(){i!==null&&i.cancelAnimationFrame(n),e=!1},setAnimationLoop:function(r){t=r},setContext:function(r){i=r}}}function rf(i){let e=new WeakMap;function t(o,c){let h=o.array,d=o.usage,p=h.byteLength,f=i.createBuffer();i.bindBuffer(c,f),i.bufferData(c,h,d),o.onUploadCallback();let g;if(h instanceof Float32Array)g=i.FLOAT;else if(typeof Float16Array<"u"&&h instanceof Float16Array)g=i.HALF_FLOAT;else if(h instanceof Uint16Array)o.isFloat16BufferAttribute?g=i.HALF_FLOAT:g=i.UNSIGNED_SHORT;else if(h instanceof Int16Array)g=i.SHORT;else if(h instanceof Uint32Array)g=i.UNSIGNED_INT;else if(h instanceof Int32Array)g=i.INT;else if(h instanceof Int8Array)g=i.BYTE;else if(h instanceof Uint8Array)g=i.UNSIGNED_BYTE;else if(h instanceof Uint8ClampedArray)g=i.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+h);return{buffer:f,type:g,bytesPerElement:h.BYTES_PER_ELEMENT,version:o.version,size:p}}function n(o,c,h){let d=c.array,p=c.updateRanges;if(i.bindBuffer(h,o),p.length===0)i.bufferSubData(h,0,d);else{p.sort((g,y)=>g.start-y.start);let f=0;for(let g=1;g<p.length;g++){let y=p[f],T=p[g];T.start<=y.start+y.count+1?y.count=Math.max(y.count,T.start+T.count-y.start):(++f,p[f]=T)}p.length=f+1;for(let g=0,y=p.length;g<y;g++){let T=p[g];i.bufferSubData(h,T.start*d.BYTES_PER_ELEMENT,d,T.start,T.count)}c.clearUpdateRanges()}c.onUploadCallback()}function s(o){return o.isInterleavedBufferAttribute&&(o=o.data),e.get(o)}function r(o){o.isInterleavedBufferAttribute&&(o=o.data);let c=e.get(o);c&&(i.deleteBuffer(c.buffer),e.delete(o))}function a(o,c){if(o.isInterleavedBufferAttribute&&(o=o.data),o.isGLBufferAttribute){let d=e.get(o);(!d||d.version<o.version)&&e.set(o,{buffer:o.buffer,type:o.type,bytesPerElement:o.elementSize,version:o.version});return}let h=e.get(o);if(h===void 0)e.set(o,t(o,c));else if(h.version<o.version){if(h.size!==o.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");n(h.buffer,o,c),h.version=o.version}}return{get:s,remove:r,update:a}}var af=`#ifdef USE_ALPHAHASH
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
}`,rt={alphahash_fragment:af,alphahash_pars_fragment:of,alphamap_fragment:lf,alphamap_pars_fragment:cf,alphatest_fragment:hf,alphatest_pars_fragment:uf,aomap_fragment:ff,aomap_pars_fragment:df,batching_pars_vertex:pf,batching_vertex:mf,begin_vertex:gf,beginnormal_vertex:_f,bsdfs:xf,iridescence_fragment:vf,bumpmap_pars_fragment:yf,clipping_planes_fragment:Sf,clipping_planes_pars_fragment:Mf,clipping_planes_pars_vertex:bf,clipping_planes_vertex:wf,color_fragment:Ef,color_pars_fragment:Tf,color_pars_vertex:Af,color_vertex:Rf,common:Cf,defaultnormal_vertex:If,displacementmap_pars_vertex:Pf,displacementmap_vertex:Lf,emissivemap_fragment:Df,emissivemap_pars_fragment:Nf,colorspace_fragment:Uf,colorspace_pars_fragment:Ff,envmap_fragment:Of,envmap_common_pars_fragment:Bf,envmap_pars_fragment:zf,envmap_pars_vertex:kf,envmap_physical_pars_fragment:Kf,envmap_vertex:Hf,fog_vertex:Gf,fog_pars_vertex:Vf,fog_fragment:Wf,fog_pars_fragment:Xf,gradientmap_pars_fragment:qf,lightmap_pars_fragment:Yf,lights_lambert_fragment:Zf,lights_lambert_pars_fragment:$f,lights_pars_begin:Jf,lights_toon_fragment:Qf,lights_toon_pars_fragment:jf,lights_phong_fragment:ed,lights_phong_pars_fragment:td,lights_physical_fragment:nd,lights_physical_pars_fragment:id,lights_fragment_begin:sd,lights_fragment_maps:rd,lights_fragment_end:ad,lightprobes_pars_fragment:od,logdepthbuf_fragment:ld,logdepthbuf_pars_fragment:cd,logdepthbuf_pars_vertex:hd,logdepthbuf_vertex:ud,map_fragment:fd,map_pars_fragment:dd,map_particle_fragment:pd,map_particle_pars_fragment:md,metalnessmap_fragment:gd,metalnessmap_pars_fragment:_d,morphinstance_vertex:xd,morphcolor_vertex:vd,morphnormal_vertex:yd,morphtarget_pars_vertex:Sd,morphtarget_vertex:Md,normal_fragment_begin:bd,normal_fragment_maps:wd,normal_pars_fragment:Ed,normal_pars_vertex:Td,normal_vertex:Ad,normalmap_pars_fragment:Rd,clearcoat_normal_fragment_begin:Cd,clearcoat_normal_fragment_maps:Id,clearcoat_pars_fragment:Pd,iridescence_pars_fragment:Ld,opaque_fragment:Dd,packing:Nd,premultiplied_alpha_fragment:Ud,project_vertex:Fd,dithering_fragment:Od,dithering_pars_fragment:Bd,roughnessmap_fragment:zd,roughnessmap_pars_fragment:kd,shadowmap_pars_fragment:Hd,shadowmap_pars_vertex:Gd,shadowmap_vertex:Vd,shadowmask_pars_fragment:Wd,skinbase_vertex:Xd,skinning_pars_vertex:qd,skinning_vertex:Yd,skinnormal_vertex:Zd,specularmap_fragment:$d,specularmap_pars_fragment:Jd,tonemapping_fragment:Kd,tonemapping_pars_fragment:Qd,transmission_fragment:jd,transmission_pars_fragment:ep,uv_pars_fragment:tp,uv_pars_vertex:np,uv_vertex:ip,worldpos_vertex:sp,background_vert:rp,background_frag:ap,backgroundCube_vert:op,backgroundCube_frag:lp,cube_vert:cp,cube_frag:hp,depth_vert:up,depth_frag:fp,distance_vert:dp,distance_frag:pp,equirect_vert:mp,equirect_frag:gp,linedashed_vert:_p,linedashed_frag:xp,meshbasic_vert:vp,meshbasic_frag:yp,meshlambert_vert:Sp,meshlambert_frag:Mp,meshmatcap_vert:bp,meshmatcap_frag:wp,meshnormal_vert:Ep,meshnormal_frag:Tp,meshphong_vert:Ap,meshphong_frag:Rp,meshphysical_vert:Cp,meshphysical_frag:Ip,meshtoon_vert:Pp,meshtoon_frag:Lp,points_vert:Dp,points_frag:Np,shadow_vert:Up,shadow_frag:Fp,sprite_vert:Op,sprite_frag:Bp},Oe={common:{diffuse:{value:new ut(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new et},alphaMap:{value:null},alphaMapTransform:{value:new et},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new et}},envmap:{envMap:{value:null},envMapRotation:{value:new et},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new et}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new et}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new et},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new et},normalScale:{value:new dt(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new et},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new et}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new et}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new et}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new ut(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new ut(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new et},alphaTest:{value:0},uvTransform:{value:new et}},sprite:{diffuse:{value:new ut(16777215)},opacity:{value:1},center:{value:new dt(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new et},alphaMap:{value:null},alphaMapTransform:{value:new et},alphaTest:{value:0}}},Fn={basic:{uniforms:Qt([Oe.common,Oe.specularmap,Oe.envmap,Oe.aomap,Oe.lightmap,Oe.fog]),vertexShader:rt.meshbasic_vert,fragmentShader:rt.meshbasic_frag},lambert:{uniforms:Qt([Oe.common,Oe.specularmap,Oe.envmap,Oe.aomap,Oe.lightmap,Oe.emissivemap,Oe.bumpmap,Oe.normalmap,Oe.displacementmap,Oe.fog,Oe.lights,{emissive:{value:new ut(0)},envMapIntensity:{value:1}}]),vertexShader:rt.meshlambert_vert,fragmentShader:rt.meshlambert_frag},phong:{uniforms:Qt([Oe.common,Oe.specularmap,Oe.envmap,Oe.aomap,Oe.lightmap,Oe.emissivemap,Oe.bumpmap,Oe.normalmap,Oe.displacementmap,Oe.fog,Oe.lights,{emissive:{value:new ut(0)},specular:{value:new ut(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:rt.meshphong_vert,fragmentShader:rt.meshphong_frag},standard:{uniforms:Qt([Oe.common,Oe.envmap,Oe.aomap,Oe.lightmap,Oe.emissivemap,Oe.bumpmap,Oe.normalmap,Oe.displacementmap,Oe.roughnessmap,Oe.metalnessmap,Oe.fog,Oe.lights,{emissive:{value:new ut(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:rt.meshphysical_vert,fragmentShader:rt.meshphysical_frag},toon:{uniforms:Qt([Oe.common,Oe.aomap,Oe.lightmap,Oe.emissivemap,Oe.bumpmap,Oe.normalmap,Oe.displacementmap,Oe.gradientmap,Oe.fog,Oe.lights,{emissive:{value:new ut(0)}}]),vertexShader:rt.meshtoon_vert,fragmentShader:rt.meshtoon_frag},matcap:{uniforms:Qt([Oe.common,Oe.bumpmap,Oe.normalmap,Oe.displacementmap,Oe.fog,{matcap:{value:null}}]),vertexShader:rt.meshmatcap_vert,fragmentShader:rt.meshmatcap_frag},points:{uniforms:Qt([Oe.points,Oe.fog]),vertexShader:rt.points_vert,fragmentShader:rt.points_frag},dashed:{uniforms:Qt([Oe.common,Oe.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:rt.linedashed_vert,fragmentShader:rt.linedashed_frag},depth:{uniforms:Qt([Oe.common,Oe.displacementmap]),vertexShader:rt.depth_vert,fragmentShader:rt.depth_frag},normal:{uniforms:Qt([Oe.common,Oe.bumpmap,Oe.normalmap,Oe.displacementmap,{opacity:{value:1}}]),vertexShader:rt.meshnormal_vert,fragmentShader:rt.meshnormal_frag},sprite:{uniforms:Qt([Oe.sprite,Oe.fog]),vertexShader:rt.sprite_vert,fragmentShader:rt.sprite_frag},background:{uniforms:{uvTransform:{value:new et},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:rt.background_vert,fragmentShader:rt.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new et}},vertexShader:rt.backgroundCube_vert,fragmentShader:rt.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:rt.cube_vert,fragmentShader:rt.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:rt.equirect_vert,fragmentShader:rt.equirect_frag},distance:{uniforms:Qt([Oe.common,Oe.displacementmap,{referencePosition:{value:new V},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:rt.distance_vert,fragmentShader:rt.distance_frag},shadow:{uniforms:Qt([Oe.lights,Oe.fog,{color:{value:new ut(0)},opacity:{value:1}}]),vertexShader:rt.shadow_vert,fragmentShader:rt.shadow_frag}};Fn.physical={uniforms:Qt([Fn.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new et},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new et},clearcoatNormalScale:{value:new dt(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new et},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new et},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new et},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new et},sheen:{value:0},sheenColor:{value:new ut(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new et},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new et},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new et},transmissionSamplerSize:{value:new dt},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new et},attenuationDistance:{value:0},attenuationColor:{value:new ut(0)},specularColor:{value:new ut(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new et},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new et},anisotropyVector:{value:new dt},anisotropyMap:{value:null},anisotropyMapTransform:{value:new et}}]),vertexShader:rt.meshphysical_vert,fragmentShader:rt.meshphysical_frag};var so={r:0,b:0,g:0},zp=new gt,Ch=new et;Ch.set(-1,0,0,0,1,0,0,0,1);function kp(i,e,t,n,s,r){let a=new ut(0),o=s===!0?0:1,c,h,d=null,p=0,f=null;function g(R){let N=R.isScene===!0?R.background:null;if(N&&N.isTexture){let P=R.backgroundBlurriness>0;N=e.get(N,P)}return N}function y(R){let N=!1,P=g(R);P===null?_(a,o):P&&P.isColor&&(_(P,1),N=!0);let U=i.xr.getEnvironmentBlendMode();U==="additive"?t.buffers.color.setClear(0,0,0,1,r):U==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,r),(i.autoClear||N)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),i.clear(i.autoClearColor,i.autoClearDepth,i.autoClearStencil))}function T(R,N){let P=g(N);P&&P.isCubeTexture?(h===void 0&&(h=new an(new ji(1,1,1),new Dn({name:"BackgroundCubeMaterial",uniforms:Ri(Fn.backgroundCube.uniforms),vertexShader:Fn.backgroundCube.vertexShader,fragmentShader:Fn.backgroundCube.fragmentShader,side:nn,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),h.geometry.deleteAttribute("normal"),h.geometry.deleteAttribute("uv"),h.onBeforeRender=function(U,L,v){this.matrixWorld.copyPosition(v.matrixWorld)},Object.defineProperty(h.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),n.update(h)),h.material.uniforms.envMap.value=P,h.material.uniforms.backgroundBlurriness.value=N.backgroundBlurriness,h.material.uniforms.backgroundIntensity.value=N.backgroundIntensity,h.material.uniforms.backgroundRotation.value.setFromMatrix4(zp.makeRotationFromEuler(N.backgroundRotation)).transpose(),P.isRenderTargetTexture===!1&&h.material.uniforms.backgroundRotation.value.premultiply(Ch),h.material.toneMapped=ct.getTransfer(P.colorSpace)!==vt,(d!==P||p!==P.version||f!==i.toneMapping)&&(h.material.needsUpdate=!0,d=P,p=P.version,f=i.toneMapping),h.layers.enableAll(),R.unshift(h,h.geometry,h.material,0,0,null)):P&&P.isTexture&&(c===void 0&&(c=new an(new Us(2,2),new Dn({name:"BackgroundMaterial",uniforms:Ri(Fn.background.uniforms),vertexShader:Fn.background.vertexShader,fragmentShader:Fn.background.fragmentShader,side:ci,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),Object.defineProperty(c.material,"map",{get:function(){return this.uniforms.t2D.value}}),n.update(c)),c.material.uniforms.t2D.value=P,c.material.uniforms.backgroundIntensity.value=N.backgroundIntensity,c.material.toneMapped=ct.getTransfer(P.colorSpace)!==vt,P.matrixAutoUpdate===!0&&P.updateMatrix(),c.material.uniforms.uvTransform.value.copy(P.matrix),(d!==P||p!==P.version||f!==i.toneMapping)&&(c.material.needsUpdate=!0,d=P,p=P.version,f=i.toneMapping),c.layers.enableAll(),R.unshift(c,c.geometry,c.material,0,0,null))}function _(R,N){R.getRGB(so,wl(i)),t.buffers.color.setClear(so.r,so.g,so.b,N,r)}function x(){h!==void 0&&(h.geometry.dispose(),h.material.dispose(),h=void 0),c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0)}return{getClearColor:function(){return a},setClearColor:function(R,N=1){a.set(R),o=N,_(a,o)},getClearAlpha:function(){return o},setClearAlpha:function(R){o=R,_(a,o)},render:y,addToRenderList:T,dispose:x}}function Hp(i,e){let t=i.getParameter(i.MAX_VERTEX_ATTRIBS),n={},s=f(null),r=s,a=!1;function o(B,X,K,D,Z){let q=!1,J=p(B,D,K,X);r!==J&&(r=J,h(r.object)),q=g(B,D,K,Z),q&&y(B,D,K,Z),Z!==null&&e.update(Z,i.ELEMENT_ARRAY_BUFFER),(q||a)&&(a=!1,P(B,X,K,D),Z!==null&&i.bindBuffer(i.ELEMENT_ARRAY_BUFFER,e.get(Z).buffer))}function c(){return i.createVertexArray()}function h(B){return i.bindVertexArray(B)}function d(B){return i.deleteVertexArray(B)}function p(B,X,K,D){let Z=D.wireframe===!0,q=n[X.id];q===void 0&&(q={},n[X.id]=q);let J=B.isInstancedMesh===!0?B.id:0,fe=q[J];fe===void 0&&(fe={},q[J]=fe);let $=fe[K.id];$===void 0&&($={},fe[K.id]=$);let ae=$[Z];return ae===void 0&&(ae=f(c()),$[Z]=ae),ae}function f(B){let X=[],K=[],D=[];for(let Z=0;Z<t;Z++)X[Z]=0,K[Z]=0,D[Z]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:X,enabledAttributes:K,attributeDivisors:D,object:B,attributes:{},index:null}}function g(B,X,K,D){let Z=r.attributes,q=X.attributes,J=0,fe=K.getAttributes();for(let $ in fe)if(fe[$].location>=0){let ce=Z[$],Se=q[$];if(Se===void 0&&($==="instanceMatrix"&&B.instanceMatrix&&(Se=B.instanceMatrix),$==="instanceColor"&&B.instanceColor&&(Se=B.instanceColor)),ce===void 0||ce.attribute!==Se||Se&&ce.data!==Se.data)return!0;J++}return r.attributesNum!==J||r.index!==D}function y(B,X,K,D){let Z={},q=X.attributes,J=0,fe=K.getAttributes();for(let $ in fe)if(fe[$].location>=0){let ce=q[$];ce===void 0&&($==="instanceMatrix"&&B.instanceMatrix&&(ce=B.instanceMatrix),$==="instanceColor"&&B.instanceColor&&(ce=B.instanceColor));let Se={};Se.attribute=ce,ce&&ce.data&&(Se.data=ce.data),Z[$]=Se,J++}r.attributes=Z,r.attributesNum=J,r.index=D}function T(){let B=r.newAttributes;for(let X=0,K=B.length;X<K;X++)B[X]=0}function _(B){x(B,0)}function x(B,X){let K=r.newAttributes,D=r.enabledAttributes,Z=r.attributeDivisors;K[B]=1,D[B]===0&&(i.enableVertexAttribArray(B),D[B]=1),Z[B]!==X&&(i.vertexAttribDivisor(B,X),Z[B]=X)}function R(){let B=r.newAttributes,X=r.enabledAttributes;for(let K=0,D=X.length;K<D;K++)X[K]!==B[K]&&(i.disableVertexAttribArray(K),X[K]=0)}function N(B,X,K,D,Z,q,J){J===!0?i.vertexAttribIPointer(B,X,K,Z,q):i.vertexAttribPointer(B,X,K,D,Z,q)}function P(B,X,K,D){T();let Z=D.attributes,q=K.getAttributes(),J=X.defaultAttributeValues;for(let fe in q){let $=q[fe];if($.location>=0){let ae=Z[fe];if(ae===void 0&&(fe==="instanceMatrix"&&B.instanceMatrix&&(ae=B.instanceMatrix),fe==="instanceColor"&&B.instanceColor&&(ae=B.instanceColor)),ae!==void 0){let ce=ae.normalized,Se=ae.itemSize,Ne=e.get(ae);if(Ne===void 0)continue;let ne=Ne.buffer,be=Ne.type,Be=Ne.bytesPerElement,He=be===i.INT||be===i.UNSIGNED_INT||ae.gpuType===Ma;if(ae.isInterleavedBufferAttribute){let de=ae.data,We=de.isInterleavedBuffer===!0?de.stride:de.itemSize,mt=ae.offset;if(de.isInstancedInterleavedBuffer||de.isInstancedBufferAttribute){for(let Xe=0;Xe<$.locationSize;Xe++)x($.location+Xe,de.meshPerAttribute);B.isInstancedMesh!==!0&&D._maxInstanceCount===void 0&&(D._maxInstanceCount=de.meshPerAttribute*de.count)}else for(let Xe=0;Xe<$.locationSize;Xe++)_($.location+Xe);i.bindBuffer(i.ARRAY_BUFFER,ne);for(let Xe=0;Xe<$.locationSize;Xe++)N($.location+Xe,Se/$.locationSize,be,ce,We*Be,(mt+Se/$.locationSize*Xe)*Be,He)}else{if(ae.isInstancedBufferAttribute){for(let de=0;de<$.locationSize;de++)x($.location+de,ae.meshPerAttribute);B.isInstancedMesh!==!0&&D._maxInstanceCount===void 0&&(D._maxInstanceCount=ae.meshPerAttribute*ae.count)}else for(let de=0;de<$.locationSize;de++)_($.location+de);i.bindBuffer(i.ARRAY_BUFFER,ne);for(let de=0;de<$.locationSize;de++)N($.location+de,Se/$.locationSize,be,ce,Se*Be,Se/$.locationSize*de*Be,He)}}else if(J!==void 0){let ce=J[fe];if(ce!==void 0)switch(ce.length){case 2:i.vertexAttrib2fv($.location,ce);break;case 3:i.vertexAttrib3fv($.location,ce);break;case 4:i.vertexAttrib4fv($.location,ce);break;default:i.vertexAttrib1fv($.location,ce)}}}}R()}function U(){k();for(let B in n){let X=n[B];for(let K in X){let D=X[K];for(let Z in D){let q=D[Z];for(let J in q)d(q[J].object),delete q[J];delete D[Z]}}delete n[B]}}function L(B){if(n[B.id]===void 0)return;let X=n[B.id];for(let K in X){let D=X[K];for(let Z in D){let q=D[Z];for(let J in q)d(q[J].object),delete q[J];delete D[Z]}}delete n[B.id]}function v(B){for(let X in n){let K=n[X];for(let D in K){let Z=K[D];if(Z[B.id]===void 0)continue;let q=Z[B.id];for(let J in q)d(q[J].object),delete q[J];delete Z[B.id]}}}function E(B){for(let X in n){let K=n[X],D=B.isInstancedMesh===!0?B.id:0,Z=K[D];if(Z!==void 0){for(let q in Z){let J=Z[q];for(let fe in J)d(J[fe].object),delete J[fe];delete Z[q]}delete K[D],Object.keys(K).length===0&&delete n[X]}}}function k(){O(),a=!0,r!==s&&(r=s,h(r.object))}function O(){s.geometry=null,s.program=null,s.wireframe=!1}return{setup:o,reset:k,resetDefaultState:O,dispose:U,releaseStatesOfGeometry:L,releaseStatesOfObject:E,releaseStatesOfProgram:v,initAttributes:T,enableAttribute:_,disableUnusedAttributes:R}}function Gp(i,e,t){let n;function s(c){n=c}function r(c,h){i.drawArrays(n,c,h),t.update(h,n,1)}function a(c,h,d){d!==0&&(i.drawArraysInstanced(n,c,h,d),t.update(h,n,d))}function o(c,h,d){if(d===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(n,c,0,h,0,d);let f=0;for(let g=0;g<d;g++)f+=h[g];t.update(f,n,1)}this.setMode=s,this.render=r,this.renderInstances=a,this.renderMultiDraw=o}function Vp(i,e,t,n){let s;function r(){if(s!==void 0)return s;if(e.has("EXT_texture_filter_anisotropic")===!0){let v=e.get("EXT_texture_filter_anisotropic");s=i.getParameter(v.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else s=0;return s}function a(v){return!(v!==Pt&&n.convert(v)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_FORMAT))}function o(v){let E=v===wt&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(v!==dn&&v!==Nt&&!E&&n.convert(v)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_TYPE))}function c(v){if(v==="highp"){if(i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.HIGH_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.HIGH_FLOAT).precision>0)return"highp";v="mediump"}return v==="mediump"&&i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.MEDIUM_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let h=t.precision!==void 0?t.precision:"highp",d=c(h);d!==h&&(Ze("WebGLRenderer:",h,"not supported, using",d,"instead."),h=d);let p=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),f=t.logarithmicDepthBuffer===!0&&p===!1;t.reversedDepthBuffer===!0&&p===!1&&Ze("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&p===!0&&Ze("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let g=i.getParameter(i.MAX_TEXTURE_IMAGE_UNITS),y=i.getParameter(i.MAX_VERTEX_TEXTURE_IMAGE_UNITS),T=i.getParameter(i.MAX_TEXTURE_SIZE),_=i.getParameter(i.MAX_CUBE_MAP_TEXTURE_SIZE),x=i.getParameter(i.MAX_VERTEX_ATTRIBS),R=i.getParameter(i.MAX_VERTEX_UNIFORM_VECTORS),N=i.getParameter(i.MAX_VARYING_VECTORS),P=i.getParameter(i.MAX_FRAGMENT_UNIFORM_VECTORS),U=i.getParameter(i.MAX_SAMPLES),L=i.getParameter(i.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:r,getMaxPrecision:c,textureFormatReadable:a,textureTypeReadable:o,precision:h,logarithmicDepthBuffer:f,reversedDepthBuffer:p,maxTextures:g,maxVertexTextures:y,maxTextureSize:T,maxCubemapSize:_,maxAttributes:x,maxVertexUniforms:R,maxVaryings:N,maxFragmentUniforms:P,maxSamples:U,samples:L}}function Wp(i){let e=this,t=null,n=0,s=!1,r=!1,a=new Mn,o=new et,c={value:null,needsUpdate:!1};this.uniform=c,this.numPlanes=0,this.numIntersection=0,this.init=function(p,f){let g=p.length!==0||f||n!==0||s;return s=f,n=p.length,g},this.beginShadows=function(){r=!0,d(null)},this.endShadows=function(){r=!1},this.setGlobalState=function(p,f){t=d(p,f,0)},this.setState=function(p,f,g){let y=p.clippingPlanes,T=p.clipIntersection,_=p.clipShadows,x=i.get(p);if(!s||y===null||y.length===0||r&&!_)r?d(null):h();else{let R=r?0:n,N=R*4,P=x.clippingState||null;c.value=P,P=d(y,f,N,g);for(let U=0;U!==N;++U)P[U]=t[U];x.clippingState=P,this.numIntersection=T?this.numPlanes:0,this.numPlanes+=R}};function h(){c.value!==t&&(c.value=t,c.needsUpdate=n>0),e.numPlanes=n,e.numIntersection=0}function d(p,f,g,y){let T=p!==null?p.length:0,_=null;if(T!==0){if(_=c.value,y!==!0||_===null){let x=g+T*4,R=f.matrixWorldInverse;o.getNormalMatrix(R),(_===null||_.length<x)&&(_=new Float32Array(x));for(let N=0,P=g;N!==T;++N,P+=4)a.copy(p[N]).applyMatrix4(R,o),a.normal.toArray(_,P),_[P+3]=a.constant}c.value=_,c.needsUpdate=!0}return e.numPlanes=T,e.numIntersection=0,_}}var Qs=class extends Kt{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let n={width:e,height:e,depth:1},s=[n,n,n,n,n,n];this.texture=new Ls(s),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let n={uniforms:{tEquirect:{value:null}},vertexShader:`

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
			`},s=new ji(5,5,5),r=new Dn({name:"CubemapFromEquirect",uniforms:Ri(n.uniforms),vertexShader:n.vertexShader,fragmentShader:n.fragmentShader,side:nn,blending:gn});r.uniforms.tEquirect.value=t;let a=new an(s,r),o=t.minFilter;return t.minFilter===_n&&(t.minFilter=Mt),new ns(1,10,this).update(e,a),t.minFilter=o,a.geometry.dispose(),a.material.dispose(),this}clear(e,t=!0,n=!0,s=!0){let r=e.getRenderTarget();for(let a=0;a<6;a++)e.setRenderTarget(this,a),e.clear(t,n,s);e.setRenderTarget(r)}},oh=256,Xp=3,qp=20,Ih=256,Ph=16,Yp=3,Zp=new V,$p=new ut,ao=class i{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new ns(1,10,null),this._boxMesh=new an(new ji(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,n=.1,s=100,r={}){let{size:a=256,position:o=Zp}=r,c=this._renderer;this._setSize(a);let h=this._allocateTarget(),d=this._getSourceTarget(!0);t>0&&(d.texture.mipmapsAutoUpdate=!1);let p=c.autoClear,f=c.autoClearColor,g=c.autoClearDepth,y=c.autoClearStencil,T=e.background;c.autoClear=!0,c.autoClearColor=!0,c.autoClearDepth=!0,c.autoClearStencil=!0,T===null&&(e.background=c.getClearColor($p));let _=new ns(n,s,d);return _.position.copy(o),_.update(c,e),c.autoClear=p,c.autoClearColor=f,c.autoClearDepth=g,c.autoClearStencil=y,e.background=T,t>0&&(d.texture.mipmapsAutoUpdate=!0,this._blur(h,t)),this._applyPMREM(h),h}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=hh(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=ch(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(oh,nh(e))}_fromTexture(e,t){e.mapping===Ti||e.mapping===ss?this._setSize(e.image.length===0?oh:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let n=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(n),n}_allocateTarget(){let e=this._cubeSize,t=lh(e,!1,!1),n=Math.log2(e)-Xp;for(let s=0;s<=n;s++)t.texture.mipmaps.push({width:e>>s,height:e>>s});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,n=this._sourceTarget;return(n===null||n.width!==t||e&&n.depthBuffer===!1)&&(n!==null&&n.dispose(),this._sourceTarget=lh(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,n){let s=this._boxMesh,r=this._cubeCamera;s.material=n,r.renderTarget=e,r.activeMipmapLevel=t;let a=e.width>>t;e.viewport.set(0,0,a,a),r.update(this._renderer,s),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===Ti||e.mapping===ss?(this._cubemapMaterial===null&&(this._cubemapMaterial=hh()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=ch()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=Jp(),this._integrationMaterial=Kp());let t=this._cubeSize,n=e.texture.mipmaps.length-1,s=this._ggxMaterial.uniforms;s.envMap.value=this._sourceTarget.texture;let r=this._integrationMaterial.uniforms;r.envMap.value=this._sourceTarget.texture,r.sourceLod.value=Math.log2(t/Ph);for(let a=0;a<=n;a++){let o=i.lodToRoughness(a,n);if(a>n-Yp)r.roughness.value=o,this._renderCube(e,a,this._integrationMaterial);else{let c=o>0?Math.log2(t)+.5*Math.log2(6/(Ih*Math.pow(o,4)))+.5:0;s.roughness.value=o,s.lodBias.value=c,this._renderCube(e,a,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=Qp());let n=this._blurMaterial,s=n.uniforms,r=this._sourceTarget;s.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,s.envMap.value=r.texture,this._renderCube(e,0,n),s.envMap.value=e.texture,this._renderCube(r,0,n)}};function lh(i,e,t){return new Qs(i,{minFilter:_n,generateMipmaps:e,type:wt,colorSpace:tn,depthBuffer:t})}function js(i,e,t){return new Dn({name:i,uniforms:e,vertexShader:rt.cube_vert,fragmentShader:t,side:nn,blending:gn,depthTest:!1,depthWrite:!1})}function Jp(){return js("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

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
	`)}function jp(i){let e=new WeakMap,t=new WeakMap,n=null;function s(f,g=!1){return f==null?null:g?a(f):r(f)}function r(f){if(f&&f.isTexture){let g=f.mapping;if(g===va||g===ya)if(e.has(f)){let y=e.get(f).texture;return o(y,f.mapping)}else{let y=f.image;if(y&&y.height>0){let T=new Qs(y.height);return T.fromEquirectangularTexture(i,f),e.set(f,T),f.addEventListener("dispose",h),o(T.texture,f.mapping)}else return null}}return f}function a(f){if(f&&f.isTexture&&f.isPMREMTexture!==!0){let g=f.mapping,y=g===va||g===ya,T=g===Ti||g===ss;if(y||T){let _=t.get(f),x=_!==void 0?_.texture.pmremVersion:0;if(f.isRenderTargetTexture&&f.pmremVersion!==x)return n===null&&(n=new ao(i)),_=y?n.fromEquirectangular(f,_):n.fromCubemap(f,_),_.texture.pmremVersion=f.pmremVersion,t.set(f,_),_.texture;if(_!==void 0)return _.texture;{let R=f.image;return y&&R&&R.height>0||T&&R&&c(R)?(n===null&&(n=new ao(i)),_=y?n.fromEquirectangular(f):n.fromCubemap(f),_.texture.pmremVersion=f.pmremVersion,t.set(f,_),f.addEventListener("dispose",d),_.texture):null}}}return f}function o(f,g){return g===va?f.mapping=Ti:g===ya&&(f.mapping=ss),f}function c(f){let g=0,y=6;for(let T=0;T<y;T++)f[T]!==void 0&&g++;return g===y}function h(f){let g=f.target;g.removeEventListener("dispose",h);let y=e.get(g);y!==void 0&&(e.delete(g),y.dispose())}function d(f){let g=f.target;g.removeEventListener("dispose",d);let y=t.get(g);y!==void 0&&(t.delete(g),y.dispose())}function p(){e=new WeakMap,t=new WeakMap,n!==null&&(n.dispose(),n=null)}return{get:s,dispose:p}}function em(i){let e={};function t(n){if(e[n]!==void 0)return e[n];let s=i.getExtension(n);return e[n]=s,s}return{has:function(n){return t(n)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(n){let s=t(n);return s===null&&ws("WebGLRenderer: "+n+" extension not supported."),s}}}function tm(i,e,t,n){let s={},r=new WeakMap,a=new FinalizationRegistry(y=>delete s[y]);function o(y){c(y.target)}function c(y){y.index!==null&&e.remove(y.index);for(let _ in y.attributes)e.remove(y.attributes[_]);y.removeEventListener("dispose",o),delete s[y.id],a.unregister(y);let T=r.get(y);T&&(e.remove(T),r.delete(y)),n.releaseStatesOfGeometry(y),y.isInstancedBufferGeometry===!0&&delete y._maxInstanceCount,t.memory.geometries--}function h(y,T){return s[T.id]!==void 0||(T.addEventListener("dispose",o),s[T.id]=new WeakRef(T),a.register(T,T.id,T),t.memory.geometries++),T}function d(y){let T=y.attributes;for(let _ in T)e.update(T[_],i.ARRAY_BUFFER)}function p(y){let T=y.index,_=y.attributes.position,x=0;if(_===void 0)return;let R=T!==null?T.array.length:_.array.length/3-1,N=_.count>=65535?Is:Cs,P=new N(Math.ceil(R/3)*6,1),U=P.array;if(T!==null){let v=T.array;x=T.version;for(let E=0,k=0;E<R;E+=3){let O=v[E+0],B=v[E+1],X=v[E+2];U[k++]=O,U[k++]=B,U[k++]=B,U[k++]=X,U[k++]=X,U[k++]=O}}else{x=_.version;for(let v=0,E=0;v<R;v+=3){let k=v+0,O=v+1,B=v+2;U[E++]=k,U[E++]=O,U[E++]=O,U[E++]=B,U[E++]=B,U[E++]=k}}P.version=x;let L=r.get(y);L&&e.remove(L),r.set(y,P)}function f(y){let T=r.get(y);if(T){let _=y.index;_!==null&&T.version<_.version&&p(y)}else p(y);return r.get(y)}function g(){for(let y in s){let T=s[y].deref();T!==void 0&&c(T)}}return{get:h,update:d,getWireframeAttribute:f,dispose:g}}function nm(i,e,t){let n;function s(p){n=p}let r,a;function o(p){r=p.type,a=p.bytesPerElement}function c(p,f){i.drawElements(n,f,r,p*a),t.update(f,n,1)}function h(p,f,g){g!==0&&(i.drawElementsInstanced(n,f,r,p*a,g),t.update(f,n,g))}function d(p,f,g){if(g===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(n,f,0,r,p,0,g);let T=0;for(let _=0;_<g;_++)T+=f[_];t.update(T,n,1)}this.setMode=s,this.setIndex=o,this.render=c,this.renderInstances=h,this.renderMultiDraw=d}function im(i){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function n(r,a,o){switch(t.calls++,a){case i.TRIANGLES:t.triangles+=o*(r/3);break;case i.LINES:t.lines+=o*(r/2);break;case i.LINE_STRIP:t.lines+=o*(r-1);break;case i.LINE_LOOP:t.lines+=o*r;break;case i.POINTS:t.points+=o*r;break;default:je("WebGLInfo: Unknown draw mode:",a);break}}function s(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:s,update:n}}function sm(i,e,t){let n=new WeakMap,s=new bt;function r(a,o,c){let h=a.morphTargetInfluences,d=o.morphAttributes.position||o.morphAttributes.normal||o.morphAttributes.color,p=d!==void 0?d.length:0,f=n.get(o);if(f===void 0||f.count!==p){let k=function(){v.dispose(),n.delete(o),o.removeEventListener("dispose",k)};f!==void 0&&f.texture.dispose();let g=o.morphAttributes.position!==void 0,y=o.morphAttributes.normal!==void 0,T=o.morphAttributes.color!==void 0,_=o.morphAttributes.position||[],x=o.morphAttributes.normal||[],R=o.morphAttributes.color||[],N=0;g===!0&&(N=1),y===!0&&(N=2),T===!0&&(N=3);let P=o.attributes.position.count*N,U=1;P>e.maxTextureSize&&(U=Math.ceil(P/e.maxTextureSize),P=e.maxTextureSize);let L=new Float32Array(P*U*4*p),v=new Si(L,P,U,p);v.type=Nt,v.needsUpdate=!0;let E=N*4;for(let O=0;O<p;O++){let B=_[O],X=x[O],K=R[O],D=P*U*4*O;for(let Z=0;Z<B.count;Z++){let q=Z*E;g===!0&&(s.fromBufferAttribute(B,Z),L[D+q+0]=s.x,L[D+q+1]=s.y,L[D+q+2]=s.z,L[D+q+3]=0),y===!0&&(s.fromBufferAttribute(X,Z),L[D+q+4]=s.x,L[D+q+5]=s.y,L[D+q+6]=s.z,L[D+q+7]=0),T===!0&&(s.fromBufferAttribute(K,Z),L[D+q+8]=s.x,L[D+q+9]=s.y,L[D+q+10]=s.z,L[D+q+11]=K.itemSize===4?s.w:1)}}f={count:p,texture:v,size:new dt(P,U)},n.set(o,f),o.addEventListener("dispose",k)}if(a.isInstancedMesh===!0&&a.morphTexture!==null)c.getUniforms().setValue(i,"morphTexture",a.morphTexture,t);else{let g=0;for(let T=0;T<h.length;T++)g+=h[T];let y=o.morphTargetsRelative?1:1-g;c.getUniforms().setValue(i,"morphTargetBaseInfluence",y),c.getUniforms().setValue(i,"morphTargetInfluences",h)}c.getUniforms().setValue(i,"morphTargetsTexture",f.texture,t),c.getUniforms().setValue(i,"morphTargetsTextureSize",f.size)}return{update:r}}function rm(i,e,t,n,s){let r=new WeakMap;function a(h){let d=s.render.frame,p=h.geometry,f=e.get(h,p);if(r.get(f)!==d&&(e.update(f),r.set(f,d)),h.isInstancedMesh&&(h.hasEventListener("dispose",c)===!1&&h.addEventListener("dispose",c),r.get(h)!==d&&(t.update(h.instanceMatrix,i.ARRAY_BUFFER),h.instanceColor!==null&&t.update(h.instanceColor,i.ARRAY_BUFFER),r.set(h,d))),h.isSkinnedMesh){let g=h.skeleton;r.get(g)!==d&&(g.update(),r.set(g,d))}return f}function o(){r=new WeakMap}function c(h){let d=h.target;d.removeEventListener("dispose",c),n.releaseStatesOfObject(d),t.remove(d.instanceMatrix),d.instanceColor!==null&&t.remove(d.instanceColor)}return{update:a,dispose:o}}var am={[sl]:"LINEAR_TONE_MAPPING",[rl]:"REINHARD_TONE_MAPPING",[al]:"CINEON_TONE_MAPPING",[ol]:"ACES_FILMIC_TONE_MAPPING",[cl]:"AGX_TONE_MAPPING",[hl]:"NEUTRAL_TONE_MAPPING",[ll]:"CUSTOM_TONE_MAPPING"};function om(i,e,t,n,s,r){let a=new Kt(e,t,{type:i,depthBuffer:s,stencilBuffer:r,samples:n?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),o=null,c=null,h=null,d=new rn;d.setAttribute("position",new en([-1,3,0,-1,-1,0,3,-1,0],3)),d.setAttribute("uv",new en([0,2,0,0,2,0],2));let p=new es({uniforms:{tDiffuse:{value:null}},vertexShader:`
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
			}`,depthTest:!1,depthWrite:!1}),f=new an(d,p),g=new _a(-1,1,1,-1,0,1),y=null,T=null,_=!1,x,R=null,N=[],P=!1;this.setSize=function(U,L){a.setSize(U,L),o!==null&&o.setSize(U,L),c!==null&&c.setSize(U,L);for(let v=0;v<N.length;v++){let E=N[v];E.setSize&&E.setSize(U,L)}},this.setEffects=function(U){N=U,P=N.length>0&&N[0].isRenderPass===!0;let L=a.width,v=a.height;N.length>0&&o===null&&(o=new Kt(L,v,{type:wt,depthBuffer:!1,stencilBuffer:!1}),c=new Kt(L,v,{type:wt,depthBuffer:!1,stencilBuffer:!1}));let E=s===!0&&N.some(k=>k.needsDepthTexture===!0);E!==(a.depthTexture!==null)&&(E===!0&&h===null&&(h=new bn(L,v),r===!0&&(h.format=Yn,h.type=Ai)),a.dispose(),a.depthTexture=E?h:null,a.resolveDepthBuffer=E,a.storeMultisampledDepthBuffer=E);for(let k=0;k<N.length;k++){let O=N[k];O.setSize&&O.setSize(L,v),E&&O.needsDepthTexture===!0&&O.setDepthTexture&&O.setDepthTexture(h)}},this.begin=function(U,L){if(_||U.toneMapping===Nn&&N.length===0)return!1;if(R=L,L!==null){let v=L.width,E=L.height;(a.width!==v||a.height!==E)&&this.setSize(v,E)}return P===!1&&U.setRenderTarget(a),x=U.toneMapping,U.toneMapping=Nn,!0},this.hasRenderPass=function(){return P},this.end=function(U,L){U.toneMapping=x,_=!0;let v=a,E=o;for(let k=0;k<N.length;k++){let O=N[k];O.enabled!==!1&&(O.render(U,E,v,L),O.needsSwap!==!1&&(v=E,E=E===o?c:o))}if(y!==U.outputColorSpace||T!==U.toneMapping){y=U.outputColorSpace,T=U.toneMapping,p.defines={},ct.getTransfer(y)===vt&&(p.defines.SRGB_TRANSFER="");let k=am[T];k&&(p.defines[k]=""),p.needsUpdate=!0}p.uniforms.tDiffuse.value=v.texture,U.setRenderTarget(R),U.render(f,g),R=null,_=!1},this.isCompositing=function(){return _},this.dispose=function(){a.dispose(),o!==null&&o.dispose(),c!==null&&c.dispose(),d.dispose(),p.dispose()}}var Lh=new Ft,Dh=new bn(1,1),Nh=new Ds(1),Uh=new Si,Fh=new Qr,Oh=new Ls,uh=[],fh=[],dh=new Float32Array(16),ph=new Float32Array(9),mh=new Float32Array(4);function os(i,e,t){let n=i[0];if(n<=0||n>0)return i;let s=e*t,r=uh[s];if(r===void 0&&(r=new Float32Array(s),uh[s]=r),e!==0){n.toArray(r,0);for(let a=1,o=0;a!==e;++a)o+=t,i[a].toArray(r,o)}return r}function Ot(i,e){if(i.length!==e.length)return!1;for(let t=0,n=i.length;t<n;t++)if(i[t]!==e[t])return!1;return!0}function Bt(i,e){for(let t=0,n=e.length;t<n;t++)i[t]=e[t]}function lo(i,e){let t=fh[e];t===void 0&&(t=new Int32Array(e),fh[e]=t);for(let n=0;n!==e;++n)t[n]=i.allocateTextureUnit();return t}function lm(i,e){let t=this.cache;t[0]!==e&&(i.uniform1f(this.addr,e),t[0]=e)}function cm(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Ot(t,e))return;i.uniform2fv(this.addr,e),Bt(t,e)}}function hm(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(i.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(Ot(t,e))return;i.uniform3fv(this.addr,e),Bt(t,e)}}function um(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Ot(t,e))return;i.uniform4fv(this.addr,e),Bt(t,e)}}function fm(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Ot(t,e))return;i.uniformMatrix2fv(this.addr,!1,e),Bt(t,e)}else{if(Ot(t,n))return;mh.set(n),i.uniformMatrix2fv(this.addr,!1,mh),Bt(t,n)}}function dm(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Ot(t,e))return;i.uniformMatrix3fv(this.addr,!1,e),Bt(t,e)}else{if(Ot(t,n))return;ph.set(n),i.uniformMatrix3fv(this.addr,!1,ph),Bt(t,n)}}function pm(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Ot(t,e))return;i.uniformMatrix4fv(this.addr,!1,e),Bt(t,e)}else{if(Ot(t,n))return;dh.set(n),i.uniformMatrix4fv(this.addr,!1,dh),Bt(t,n)}}function mm(i,e){let t=this.cache;t[0]!==e&&(i.uniform1i(this.addr,e),t[0]=e)}function gm(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Ot(t,e))return;i.uniform2iv(this.addr,e),Bt(t,e)}}function _m(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(Ot(t,e))return;i.uniform3iv(this.addr,e),Bt(t,e)}}function xm(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Ot(t,e))return;i.uniform4iv(this.addr,e),Bt(t,e)}}function vm(i,e){let t=this.cache;t[0]!==e&&(i.uniform1ui(this.addr,e),t[0]=e)}function ym(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Ot(t,e))return;i.uniform2uiv(this.addr,e),Bt(t,e)}}function Sm(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(Ot(t,e))return;i.uniform3uiv(this.addr,e),Bt(t,e)}}function Mm(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Ot(t,e))return;i.uniform4uiv(this.addr,e),Bt(t,e)}}function co(i){return i.version===0&&(i.compareFunction=Sl,i.needsUpdate=!0),i}function bm(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_2D_SHADOW?r=co(Dh):r=Lh,t.setTexture2D(e||r,s)}function wm(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture3D(e||Fh,s)}function Em(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_CUBE_SHADOW?r=co(Nh):r=Oh,t.setTextureCube(e||r,s)}function Tm(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture2DArray(e||Uh,s)}function Am(i){switch(i){case 5126:return lm;case 35664:return cm;case 35665:return hm;case 35666:return um;case 35674:return fm;case 35675:return dm;case 35676:return pm;case 5124:case 35670:return mm;case 35667:case 35671:return gm;case 35668:case 35672:return _m;case 35669:case 35673:return xm;case 5125:return vm;case 36294:return ym;case 36295:return Sm;case 36296:return Mm;case 35678:case 36198:case 36298:case 36306:case 35682:return bm;case 35679:case 36299:case 36307:return wm;case 35680:case 36300:case 36308:case 36293:return Em;case 36289:case 36303:case 36311:case 36292:return Tm}}function Rm(i,e){i.uniform1fv(this.addr,e)}function Cm(i,e){let t=os(e,this.size,2);i.uniform2fv(this.addr,t)}function Im(i,e){let t=os(e,this.size,3);i.uniform3fv(this.addr,t)}function Pm(i,e){let t=os(e,this.size,4);i.uniform4fv(this.addr,t)}function Lm(i,e){let t=os(e,this.size,4);i.uniformMatrix2fv(this.addr,!1,t)}function Dm(i,e){let t=os(e,this.size,9);i.uniformMatrix3fv(this.addr,!1,t)}function Nm(i,e){let t=os(e,this.size,16);i.uniformMatrix4fv(this.addr,!1,t)}function Um(i,e){i.uniform1iv(this.addr,e)}function Fm(i,e){i.uniform2iv(this.addr,e)}function Om(i,e){i.uniform3iv(this.addr,e)}function Bm(i,e){i.uniform4iv(this.addr,e)}function zm(i,e){i.uniform1uiv(this.addr,e)}function km(i,e){i.uniform2uiv(this.addr,e)}function Hm(i,e){i.uniform3uiv(this.addr,e)}function Gm(i,e){i.uniform4uiv(this.addr,e)}function Vm(i,e,t){let n=this.cache,s=e.length,r=lo(t,s);Ot(n,r)||(i.uniform1iv(this.addr,r),Bt(n,r));let a;this.type===i.SAMPLER_2D_SHADOW?a=co(Dh):a=Lh;for(let o=0;o!==s;++o)t.setTexture2D(e[o]||a,r[o])}function Wm(i,e,t){let n=this.cache,s=e.length,r=lo(t,s);Ot(n,r)||(i.uniform1iv(this.addr,r),Bt(n,r));for(let a=0;a!==s;++a)t.setTexture3D(e[a]||Fh,r[a])}function Xm(i,e,t){let n=this.cache,s=e.length,r=lo(t,s);Ot(n,r)||(i.uniform1iv(this.addr,r),Bt(n,r));let a;this.type===i.SAMPLER_CUBE_SHADOW?a=co(Nh):a=Oh;for(let o=0;o!==s;++o)t.setTextureCube(e[o]||a,r[o])}function qm(i,e,t){let n=this.cache,s=e.length,r=lo(t,s);Ot(n,r)||(i.uniform1iv(this.addr,r),Bt(n,r));for(let a=0;a!==s;++a)t.setTexture2DArray(e[a]||Uh,r[a])}function Ym(i){switch(i){case 5126:return Rm;case 35664:return Cm;case 35665:return Im;case 35666:return Pm;case 35674:return Lm;case 35675:return Dm;case 35676:return Nm;case 5124:case 35670:return Um;case 35667:case 35671:return Fm;case 35668:case 35672:return Om;case 35669:case 35673:return Bm;case 5125:return zm;case 36294:return km;case 36295:return Hm;case 36296:return Gm;case 35678:case 36198:case 36298:case 36306:case 35682:return Vm;case 35679:case 36299:case 36307:return Wm;case 35680:case 36300:case 36308:case 36293:return Xm;case 36289:case 36303:case 36311:case 36292:return qm}}var Il=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.setValue=Am(t.type)}},Pl=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=Ym(t.type)}},Ll=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,n){let s=this.seq;for(let r=0,a=s.length;r!==a;++r){let o=s[r];o.setValue(e,t[o.id],n)}}},Rl=/(\w+)(\])?(\[|\.)?/g;function gh(i,e){i.seq.push(e),i.map[e.id]=e}function Zm(i,e,t){let n=i.name,s=n.length;for(Rl.lastIndex=0;;){let r=Rl.exec(n),a=Rl.lastIndex,o=r[1],c=r[2]==="]",h=r[3];if(c&&(o=o|0),h===void 0||h==="["&&a+2===s){gh(t,h===void 0?new Il(o,i,e):new Pl(o,i,e));break}else{let p=t.map[o];p===void 0&&(p=new Ll(o),gh(t,p)),t=p}}}var as=class{constructor(e,t){this.seq=[],this.map={};let n=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let a=0;a<n;++a){let o=e.getActiveUniform(t,a),c=e.getUniformLocation(t,o.name);Zm(o,c,this)}let s=[],r=[];for(let a of this.seq)a.type===e.SAMPLER_2D_SHADOW||a.type===e.SAMPLER_CUBE_SHADOW||a.type===e.SAMPLER_2D_ARRAY_SHADOW?s.push(a):r.push(a);s.length>0&&(this.seq=s.concat(r))}setValue(e,t,n,s){let r=this.map[t];r!==void 0&&r.setValue(e,n,s)}setOptional(e,t,n){let s=t[n];s!==void 0&&this.setValue(e,n,s)}static upload(e,t,n,s){for(let r=0,a=t.length;r!==a;++r){let o=t[r],c=n[o.id];c.needsUpdate!==!1&&o.setValue(e,c.value,s)}}static seqWithValue(e,t){let n=[];for(let s=0,r=e.length;s!==r;++s){let a=e[s];a.id in t&&n.push(a)}return n}};function _h(i,e,t){let n=i.createShader(e);return i.shaderSource(n,t),i.compileShader(n),n}var $m=37297,Jm=0;function Km(i,e){let t=i.split(`
`),n=[],s=Math.max(e-6,0),r=Math.min(e+6,t.length);for(let a=s;a<r;a++){let o=a+1;n.push(`${o===e?">":" "} ${o}: ${t[a]}`)}return n.join(`
`)}var xh=new et;function Qm(i){ct._getMatrix(xh,ct.workingColorSpace,i);let e=`mat3( ${xh.elements.map(t=>t.toFixed(4))} )`;switch(ct.getTransfer(i)){case Ts:return[e,"LinearTransferOETF"];case vt:return[e,"sRGBTransferOETF"];default:return Ze("WebGLProgram: Unsupported color space: ",i),[e,"LinearTransferOETF"]}}function vh(i,e,t){let n=i.getShaderParameter(e,i.COMPILE_STATUS),r=(i.getShaderInfoLog(e)||"").trim();if(n&&r==="")return"";let a=/ERROR: 0:(\d+)/.exec(r);if(a){let o=parseInt(a[1]);return t.toUpperCase()+`

`+r+`

`+Km(i.getShaderSource(e),o)}else return r}function jm(i,e){let t=Qm(e);return[`vec4 ${i}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var eg={[sl]:"Linear",[rl]:"Reinhard",[al]:"Cineon",[ol]:"ACESFilmic",[cl]:"AgX",[hl]:"Neutral",[ll]:"Custom"};function tg(i,e){let t=eg[e];return t===void 0?(Ze("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+i+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+i+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var ro=new V;function ng(){ct.getLuminanceCoefficients(ro);let i=ro.x.toFixed(4),e=ro.y.toFixed(4),t=ro.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${i}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function ig(i){return[i.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",i.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(Ks).join(`
`)}function sg(i){let e=[];for(let t in i){let n=i[t];n!==!1&&e.push("#define "+t+" "+n)}return e.join(`
`)}function rg(i,e){let t={},n=i.getProgramParameter(e,i.ACTIVE_ATTRIBUTES);for(let s=0;s<n;s++){let r=i.getActiveAttrib(e,s),a=r.name,o=1;r.type===i.FLOAT_MAT2&&(o=2),r.type===i.FLOAT_MAT3&&(o=3),r.type===i.FLOAT_MAT4&&(o=4),t[a]={type:r.type,location:i.getAttribLocation(e,a),locationSize:o}}return t}function Ks(i){return i!==""}function yh(i,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return i.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function Sh(i,e){return i.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var ag=/^[ \t]*#include +<([\w\d./]+)>/gm;function Dl(i){return i.replace(ag,og)}function og(i,e){let t=rt[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return Dl(t)}var lg=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function Mh(i){return i.replace(lg,cg)}function cg(i,e,t,n){let s="";for(let r=parseInt(e);r<parseInt(t);r++)s+=n.replace(/\[\s*i\s*\]/g,"[ "+r+" ]").replace(/UNROLLED_LOOP_INDEX/g,r);return s}function bh(i){let e=`precision ${i.precision} float;
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
#define LOW_PRECISION`),e}var hg={[ks]:"SHADOWMAP_TYPE_PCF",[is]:"SHADOWMAP_TYPE_VSM"};function ug(i){return hg[i.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var fg={[ss]:"ENVMAP_MODE_REFRACTION"};function dg(i){return i.envMap===!1?"ENVMAP_MODE_REFLECTION":fg[i.envMapMode]||"ENVMAP_MODE_REFLECTION"}var pg={[il]:"ENVMAP_BLENDING_MULTIPLY",[kc]:"ENVMAP_BLENDING_MIX",[Hc]:"ENVMAP_BLENDING_ADD"};function mg(i){return i.envMap===!1?"ENVMAP_BLENDING_NONE":pg[i.combine]||"ENVMAP_BLENDING_NONE"}function gg(i,e,t,n){let s=i.getContext(),r=t.defines,a=t.vertexShader,o=t.fragmentShader,c=ug(t),h=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",d=dg(t),p=mg(t),f=ig(t),g=sg(r),y=s.createProgram(),T,_,x=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(T=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,g].filter(Ks).join(`
`),T.length>0&&(T+=`
`),_=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,g].filter(Ks).join(`
`),_.length>0&&(_+=`
`)):(T=[bh(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,g,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+d:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+c:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(Ks).join(`
`),_=[bh(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,g,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+h:"",t.envMap?"#define "+d:"",t.envMap?"#define "+p:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+c:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==Nn?"#define TONE_MAPPING":"",t.toneMapping!==Nn?rt.tonemapping_pars_fragment:"",t.toneMapping!==Nn?tg("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",rt.colorspace_pars_fragment,jm("linearToOutputTexel",t.outputColorSpace),ng(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(Ks).join(`
`)),a=Dl(a),a=yh(a,t),a=Sh(a,t),o=Dl(o),o=yh(o,t),o=Sh(o,t),a=Mh(a),o=Mh(o),t.isRawShaderMaterial!==!0&&(x=`#version 300 es
`,T=[f,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+T,_=["#define varying in",t.glslVersion===Zs?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===Zs?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+_);let R=x+T+a,N=x+_+o,P=_h(s,s.VERTEX_SHADER,R),U=_h(s,s.FRAGMENT_SHADER,N);s.attachShader(y,P),s.attachShader(y,U),t.index0AttributeName!==void 0?s.bindAttribLocation(y,0,t.index0AttributeName):t.hasPositionAttribute===!0&&s.bindAttribLocation(y,0,"position"),s.linkProgram(y);function L(O){if(i.debug.checkShaderErrors){let B=s.getProgramInfoLog(y)||"",X=s.getShaderInfoLog(P)||"",K=s.getShaderInfoLog(U)||"",D=B.trim(),Z=X.trim(),q=K.trim(),J=!0,fe=!0;if(s.getProgramParameter(y,s.LINK_STATUS)===!1)if(J=!1,typeof i.debug.onShaderError=="function")i.debug.onShaderError(s,y,P,U);else{let $=vh(s,P,"vertex"),ae=vh(s,U,"fragment");je("WebGLProgram: Shader Error "+s.getError()+" - VALIDATE_STATUS "+s.getProgramParameter(y,s.VALIDATE_STATUS)+`

Material Name: `+O.name+`
Material Type: `+O.type+`

Program Info Log: `+D+`
`+$+`
`+ae)}else D!==""?Ze("WebGLProgram: Program Info Log:",D):(Z===""||q==="")&&(fe=!1);fe&&(O.diagnostics={runnable:J,programLog:D,vertexShader:{log:Z,prefix:T},fragmentShader:{log:q,prefix:_}})}s.deleteShader(P),s.deleteShader(U),v=new as(s,y),E=rg(s,y)}let v;this.getUniforms=function(){return v===void 0&&L(this),v};let E;this.getAttributes=function(){return E===void 0&&L(this),E};let k=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return k===!1&&(k=s.getProgramParameter(y,$m)),k},this.destroy=function(){n.releaseStatesOfProgram(this),s.deleteProgram(y),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=Jm++,this.cacheKey=e,this.usedTimes=1,this.program=y,this.vertexShader=P,this.fragmentShader=U,this}var _g=0,Nl=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,n){let s=this._getShaderCacheForMaterial(e);return s.has(t)===!1&&(s.add(t),t.usedTimes++),s.has(n)===!1&&(s.add(n),n.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let n of t)n.usedTimes--,n.usedTimes===0&&this.shaderCache.delete(n.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,n=t.get(e);return n===void 0&&(n=new Set,t.set(e,n)),n}_getShaderStage(e){let t=this.shaderCache,n=t.get(e);return n===void 0&&(n=new Ul(e),t.set(e,n)),n}},Ul=class{constructor(e){this.id=_g++,this.code=e,this.usedTimes=0}};function xg(i){return i===ln||i===qs||i===Ys}function vg(i,e,t,n,s,r){let a=new $i,o=new Nl,c=new Set,h=[],d=new Map,p=n.logarithmicDepthBuffer,f={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function g(v){return c.add(v),v===0?"uv":`uv${v}`}function y(v,E,k,O,B,X){let K=O.fog,D=B.geometry,Z=v.isMeshStandardMaterial||v.isMeshLambertMaterial||v.isMeshPhongMaterial?O.environment:null,q=v.isMeshStandardMaterial||v.isMeshLambertMaterial&&!v.envMap||v.isMeshPhongMaterial&&!v.envMap,J=e.get(v.envMap||Z,q),fe=f[v.type],$=n.precision;v.precision!==null&&($=n.getMaxPrecision(v.precision),$!==v.precision&&Ze("WebGLProgram.getParameters:",v.precision,"not supported, using",$,"instead."));let ae=D.morphAttributes.position||D.morphAttributes.normal||D.morphAttributes.color,ce=ae!==void 0?ae.length:0,Se=0;D.morphAttributes.position!==void 0&&(Se=1),D.morphAttributes.normal!==void 0&&(Se=2),D.morphAttributes.color!==void 0&&(Se=3);let Ne,ne,be,Be;if(fe){let Le=Fn[fe];Ne=Le.vertexShader,ne=Le.fragmentShader}else{Ne=v.vertexShader,ne=v.fragmentShader;let Le=o.getVertexShaderStage(v),_t=o.getFragmentShaderStage(v);o.update(v,Le,_t),be=Le.id,Be=_t.id}let He=i.getRenderTarget(),de=i.state.buffers.depth.getReversed(),We=B.isInstancedMesh===!0,mt=B.isBatchedMesh===!0,Xe=!!v.map,ot=!!v.matcap,lt=!!J,st=lt&&J.isPMREMTexture===!0,Rt=!!v.aoMap,St=!!v.lightMap,Ct=!!v.bumpMap&&v.wireframe===!1,ft=!!v.normalMap,Vt=!!v.displacementMap,Et=!!v.emissiveMap,zt=!!v.metalnessMap,Wt=!!v.roughnessMap,Xt=v.anisotropy>0,b=v.clearcoat>0,me=v.diffuseRoughness>0,we=v.dispersion>0,Fe=v.retroreflectivity>0,oe=v.iridescence>0,Ge=v.sheen>0,Ue=v.transmission>0,ke=Xt&&!!v.anisotropyMap,C=b&&!!v.clearcoatMap,S=b&&!!v.clearcoatNormalMap,Y=b&&!!v.clearcoatRoughnessMap,_e=me&&!!v.diffuseRoughnessMap,le=oe&&!!v.iridescenceMap,Ee=oe&&!!v.iridescenceThicknessMap,Ie=Ge&&!!v.sheenColorMap,te=Ge&&!!v.sheenRoughnessMap,se=!!v.specularMap,Te=!!v.specularColorMap,F=!!v.specularIntensityMap,ie=Ue&&!!v.transmissionMap,Q=Ue&&!!v.thicknessMap,Re=!!v.gradientMap,xe=!!v.alphaMap,Ae=v.alphaTest>0,Ve=!!v.alphaHash,nt=!!v.extensions,ve=Nn;v.toneMapped&&(He===null||He.isXRRenderTarget===!0)&&(ve=i.toneMapping);let qe=st?J.isCompressedCubeTexture?J.image[0].mipmaps:J.mipmaps:null,tt={shaderID:fe,shaderType:v.type,shaderName:v.name,vertexShader:Ne,fragmentShader:ne,defines:v.defines,customVertexShaderID:be,customFragmentShaderID:Be,isRawShaderMaterial:v.isRawShaderMaterial===!0,glslVersion:v.glslVersion,precision:$,batching:mt,batchingColor:mt&&B._colorsTexture!==null,instancing:We,instancingColor:We&&B.instanceColor!==null,instancingMorph:We&&B.morphTexture!==null,outputColorSpace:He===null?i.outputColorSpace:He.isXRRenderTarget===!0?He.texture.colorSpace:ct.workingColorSpace,alphaToCoverage:!!v.alphaToCoverage,map:Xe,matcap:ot,envMap:lt,envMapMode:lt&&J.mapping,envMapPMREM:st,envMapMaxLod:st?qe.length-1:null,envMapSize:st?qe[0].width:null,aoMap:Rt,lightMap:St,bumpMap:Ct,normalMap:ft,displacementMap:Vt,emissiveMap:Et,normalMapObjectSpace:ft&&v.normalMapType===Wc,normalMapTangentSpace:ft&&v.normalMapType===xl,packedNormalMap:ft&&v.normalMapType===xl&&xg(v.normalMap.format),metalnessMap:zt,roughnessMap:Wt,anisotropy:Xt,anisotropyMap:ke,clearcoat:b,clearcoatMap:C,clearcoatNormalMap:S,clearcoatRoughnessMap:Y,diffuseRoughness:me,diffuseRoughnessMap:_e,dispersion:we,retroreflection:Fe,iridescence:oe,iridescenceMap:le,iridescenceThicknessMap:Ee,sheen:Ge,sheenColorMap:Ie,sheenRoughnessMap:te,specularMap:se,specularColorMap:Te,specularIntensityMap:F,transmission:Ue,transmissionMap:ie,thicknessMap:Q,gradientMap:Re,opaque:v.transparent===!1&&v.blending===hi&&v.alphaToCoverage===!1,alphaMap:xe,alphaTest:Ae,alphaHash:Ve,combine:v.combine,mapUv:Xe&&g(v.map.channel),aoMapUv:Rt&&g(v.aoMap.channel),lightMapUv:St&&g(v.lightMap.channel),bumpMapUv:Ct&&g(v.bumpMap.channel),normalMapUv:ft&&g(v.normalMap.channel),displacementMapUv:Vt&&g(v.displacementMap.channel),emissiveMapUv:Et&&g(v.emissiveMap.channel),metalnessMapUv:zt&&g(v.metalnessMap.channel),roughnessMapUv:Wt&&g(v.roughnessMap.channel),anisotropyMapUv:ke&&g(v.anisotropyMap.channel),clearcoatMapUv:C&&g(v.clearcoatMap.channel),clearcoatNormalMapUv:S&&g(v.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:Y&&g(v.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:_e&&g(v.diffuseRoughnessMap.channel),iridescenceMapUv:le&&g(v.iridescenceMap.channel),iridescenceThicknessMapUv:Ee&&g(v.iridescenceThicknessMap.channel),sheenColorMapUv:Ie&&g(v.sheenColorMap.channel),sheenRoughnessMapUv:te&&g(v.sheenRoughnessMap.channel),specularMapUv:se&&g(v.specularMap.channel),specularColorMapUv:Te&&g(v.specularColorMap.channel),specularIntensityMapUv:F&&g(v.specularIntensityMap.channel),transmissionMapUv:ie&&g(v.transmissionMap.channel),thicknessMapUv:Q&&g(v.thicknessMap.channel),alphaMapUv:xe&&g(v.alphaMap.channel),vertexTangents:!!D.attributes.tangent&&(ft||Xt),vertexNormals:!!D.attributes.normal,vertexColors:v.vertexColors,vertexAlphas:v.vertexColors===!0&&!!D.attributes.color&&D.attributes.color.itemSize===4,pointsUvs:B.isPoints===!0&&!!D.attributes.uv&&(Xe||xe),fog:!!K,useFog:v.fog===!0,fogExp2:!!K&&K.isFogExp2,flatShading:v.wireframe===!1&&(v.flatShading===!0||D.attributes.normal===void 0&&ft===!1&&(v.isMeshLambertMaterial||v.isMeshPhongMaterial||v.isMeshStandardMaterial||v.isMeshPhysicalMaterial)),sizeAttenuation:v.sizeAttenuation===!0,logarithmicDepthBuffer:p,reversedDepthBuffer:de,skinning:B.isSkinnedMesh===!0,hasPositionAttribute:D.attributes.position!==void 0,morphTargets:D.morphAttributes.position!==void 0,morphNormals:D.morphAttributes.normal!==void 0,morphColors:D.morphAttributes.color!==void 0,morphTargetsCount:ce,morphTextureStride:Se,numSunLights:E.sun.length,numDirLights:E.directional.length,numPointLights:E.point.length,numSpotLights:E.spot.length,numSpotLightMaps:E.spotLightMap.length,numRectAreaLights:E.rectArea.length,numHemiLights:E.hemi.length,numSunLightShadows:E.sunShadowMap.length,numDirLightShadows:E.directionalShadowMap.length,numPointLightShadows:E.pointShadowMap.length,numSpotLightShadows:E.spotShadowMap.length,numSpotLightShadowsWithMaps:E.numSpotLightShadowsWithMaps,numLightProbes:E.numLightProbes,numLightProbeGrids:X.filter(Le=>Le.texture!==null).length,numClippingPlanes:r.numPlanes,numClipIntersection:r.numIntersection,dithering:v.dithering,shadowMapEnabled:i.shadowMap.enabled&&k.length>0,shadowMapType:i.shadowMap.type,toneMapping:ve,decodeVideoTexture:Xe&&v.map.isVideoTexture===!0&&ct.getTransfer(v.map.colorSpace)===vt,decodeVideoTextureEmissive:Et&&v.emissiveMap.isVideoTexture===!0&&ct.getTransfer(v.emissiveMap.colorSpace)===vt,premultipliedAlpha:v.premultipliedAlpha,doubleSided:v.side===on,flipSided:v.side===nn,useDepthPacking:v.depthPacking>=0,depthPacking:v.depthPacking||0,index0AttributeName:v.index0AttributeName,extensionClipCullDistance:nt&&v.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(nt&&v.extensions.multiDraw===!0||mt)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:v.customProgramCacheKey()};return tt.vertexUv1s=c.has(1),tt.vertexUv2s=c.has(2),tt.vertexUv3s=c.has(3),c.clear(),tt}function T(v){let E=[];if(v.shaderID?E.push(v.shaderID):(E.push(v.customVertexShaderID),E.push(v.customFragmentShaderID)),v.defines!==void 0)for(let k in v.defines)E.push(k),E.push(v.defines[k]);return v.isRawShaderMaterial===!1&&(_(E,v),x(E,v),E.push(i.outputColorSpace)),E.push(v.customProgramCacheKey),E.join()}function _(v,E){v.push(E.precision),v.push(E.outputColorSpace),v.push(E.envMapMode),v.push(E.envMapPMREM),v.push(E.envMapMaxLod),v.push(E.envMapSize),v.push(E.mapUv),v.push(E.alphaMapUv),v.push(E.lightMapUv),v.push(E.aoMapUv),v.push(E.bumpMapUv),v.push(E.normalMapUv),v.push(E.displacementMapUv),v.push(E.emissiveMapUv),v.push(E.metalnessMapUv),v.push(E.roughnessMapUv),v.push(E.anisotropyMapUv),v.push(E.clearcoatMapUv),v.push(E.clearcoatNormalMapUv),v.push(E.clearcoatRoughnessMapUv),v.push(E.diffuseRoughnessMapUv),v.push(E.iridescenceMapUv),v.push(E.iridescenceThicknessMapUv),v.push(E.sheenColorMapUv),v.push(E.sheenRoughnessMapUv),v.push(E.specularMapUv),v.push(E.specularColorMapUv),v.push(E.specularIntensityMapUv),v.push(E.transmissionMapUv),v.push(E.thicknessMapUv),v.push(E.combine),v.push(E.fogExp2),v.push(E.sizeAttenuation),v.push(E.morphTargetsCount),v.push(E.numSunLights),v.push(E.numDirLights),v.push(E.numPointLights),v.push(E.numSpotLights),v.push(E.numSpotLightMaps),v.push(E.numHemiLights),v.push(E.numRectAreaLights),v.push(E.numSunLightShadows),v.push(E.numDirLightShadows),v.push(E.numPointLightShadows),v.push(E.numSpotLightShadows),v.push(E.numSpotLightShadowsWithMaps),v.push(E.numLightProbes),v.push(E.numLightProbeGrids),v.push(E.shadowMapType),v.push(E.toneMapping),v.push(E.numClippingPlanes),v.push(E.numClipIntersection),v.push(E.depthPacking)}function x(v,E){a.disableAll(),E.instancing&&a.enable(0),E.instancingColor&&a.enable(1),E.instancingMorph&&a.enable(2),E.matcap&&a.enable(3),E.envMap&&a.enable(4),E.normalMapObjectSpace&&a.enable(5),E.normalMapTangentSpace&&a.enable(6),E.clearcoat&&a.enable(7),E.iridescence&&a.enable(8),E.alphaTest&&a.enable(9),E.vertexColors&&a.enable(10),E.vertexAlphas&&a.enable(11),E.vertexUv1s&&a.enable(12),E.vertexUv2s&&a.enable(13),E.vertexUv3s&&a.enable(14),E.vertexTangents&&a.enable(15),E.anisotropy&&a.enable(16),E.alphaHash&&a.enable(17),E.batching&&a.enable(18),E.dispersion&&a.enable(19),E.retroreflection&&a.enable(24),E.diffuseRoughness&&a.enable(25),E.batchingColor&&a.enable(20),E.gradientMap&&a.enable(21),E.packedNormalMap&&a.enable(22),E.vertexNormals&&a.enable(23),v.push(a.mask),a.disableAll(),E.fog&&a.enable(0),E.useFog&&a.enable(1),E.flatShading&&a.enable(2),E.logarithmicDepthBuffer&&a.enable(3),E.reversedDepthBuffer&&a.enable(4),E.skinning&&a.enable(5),E.morphTargets&&a.enable(6),E.morphNormals&&a.enable(7),E.morphColors&&a.enable(8),E.premultipliedAlpha&&a.enable(9),E.shadowMapEnabled&&a.enable(10),E.doubleSided&&a.enable(11),E.flipSided&&a.enable(12),E.useDepthPacking&&a.enable(13),E.dithering&&a.enable(14),E.transmission&&a.enable(15),E.sheen&&a.enable(16),E.opaque&&a.enable(17),E.pointsUvs&&a.enable(18),E.decodeVideoTexture&&a.enable(19),E.decodeVideoTextureEmissive&&a.enable(20),E.alphaToCoverage&&a.enable(21),E.numLightProbeGrids>0&&a.enable(22),E.hasPositionAttribute&&a.enable(23),v.push(a.mask)}function R(v){let E=f[v.type],k;if(E){let O=Fn[E];k=sh.clone(O.uniforms)}else k=v.uniforms;return k}function N(v,E){let k=d.get(E);return k!==void 0?++k.usedTimes:(k=new gg(i,E,v,s),h.push(k),d.set(E,k)),k}function P(v){if(--v.usedTimes===0){let E=h.indexOf(v);h[E]=h[h.length-1],h.pop(),d.delete(v.cacheKey),v.destroy()}}function U(v){o.remove(v)}function L(){o.dispose()}return{getParameters:y,getProgramCacheKey:T,getUniforms:R,acquireProgram:N,releaseProgram:P,releaseShaderCache:U,programs:h,dispose:L}}function yg(){let i=new WeakMap;function e(a){return i.has(a)}function t(a){let o=i.get(a);return o===void 0&&(o={},i.set(a,o)),o}function n(a){i.delete(a)}function s(a,o,c){i.get(a)[o]=c}function r(){i=new WeakMap}return{has:e,get:t,remove:n,update:s,dispose:r}}function Sg(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.material.id!==e.material.id?i.material.id-e.material.id:i.materialVariant!==e.materialVariant?i.materialVariant-e.materialVariant:i.z!==e.z?i.z-e.z:i.id-e.id}function wh(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.z!==e.z?e.z-i.z:i.id-e.id}function Eh(){let i=[],e=0,t=[],n=[],s=[];function r(){e=0,t.length=0,n.length=0,s.length=0}function a(f){let g=0;return f.isInstancedMesh&&(g+=2),f.isSkinnedMesh&&(g+=1),g}function o(f,g,y,T,_,x){let R=i[e];return R===void 0?(R={id:f.id,object:f,geometry:g,material:y,materialVariant:a(f),groupOrder:T,renderOrder:f.renderOrder,z:_,group:x},i[e]=R):(R.id=f.id,R.object=f,R.geometry=g,R.material=y,R.materialVariant=a(f),R.groupOrder=T,R.renderOrder=f.renderOrder,R.z=_,R.group=x),e++,R}function c(f,g,y,T,_,x,R){R.reversedDepth===!0&&(_=-_);let N=o(f,g,y,T,_,x);y.transmission>0?n.push(N):y.transparent===!0?s.push(N):t.push(N)}function h(f,g,y,T,_,x){let R=o(f,g,y,T,_,x);y.transmission>0?n.unshift(R):y.transparent===!0?s.unshift(R):t.unshift(R)}function d(f,g){t.length>1&&t.sort(f||Sg),n.length>1&&n.sort(g||wh),s.length>1&&s.sort(g||wh)}function p(){for(let f=e,g=i.length;f<g;f++){let y=i[f];if(y.id===null)break;y.id=null,y.object=null,y.geometry=null,y.material=null,y.group=null}}return{opaque:t,transmissive:n,transparent:s,init:r,push:c,unshift:h,finish:p,sort:d}}function Mg(){let i=new WeakMap;function e(n,s){let r=i.get(n),a;return r===void 0?(a=new Eh,i.set(n,[a])):s>=r.length?(a=new Eh,r.push(a)):a=r[s],a}function t(){i=new WeakMap}return{get:e,dispose:t}}function bg(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new V,color:new ut};break;case"SpotLight":t={position:new V,direction:new V,color:new ut,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new V,color:new ut,distance:0,decay:0};break;case"HemisphereLight":t={direction:new V,skyColor:new ut,groundColor:new ut};break;case"RectAreaLight":t={color:new ut,position:new V,halfWidth:new V,halfHeight:new V};break}return i[e.id]=t,t}}}function wg(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new dt};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new dt};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new dt,shadowCameraNear:1,shadowCameraFar:1e3};break}return i[e.id]=t,t}}}var Eg=0;function Tg(i,e){return(e.castShadow?2:0)-(i.castShadow?2:0)+(e.map?1:0)-(i.map?1:0)}function Ag(i){let e=new bg,t=wg(),n={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let h=0;h<9;h++)n.probe.push(new V);let s=new V,r=new gt,a=new gt;function o(h){let d=0,p=0,f=0;for(let X=0;X<9;X++)n.probe[X].set(0,0,0);let g=0,y=0,T=0,_=0,x=0,R=0,N=0,P=0,U=0,L=0,v=0,E=0,k=0,O=0;h.sort(Tg);for(let X=0,K=h.length;X<K;X++){let D=h[X],Z=D.color,q=D.intensity,J=D.distance,fe=null;if(D.shadow&&D.shadow.map&&(D.shadow.map.texture.format===ln?fe=D.shadow.map.texture:fe=D.shadow.map.depthTexture||D.shadow.map.texture),D.isAmbientLight)d+=Z.r*q,p+=Z.g*q,f+=Z.b*q;else if(D.isLightProbe){for(let $=0;$<9;$++)n.probe[$].addScaledVector(D.sh.coefficients[$],q);O++}else if(D.isSunLight){let $=e.get(D);if($.color.copy(D.color).multiplyScalar(D.intensity),D.castShadow){let ae=D.shadow,ce=t.get(D);ce.shadowIntensity=ae.intensity,ce.shadowBias=ae.bias,ce.shadowNormalBias=ae.normalBias,ce.shadowRadius=ae.radius,ce.shadowMapSize.copy(ae.mapSize).multiply(ae.getFrameExtents()),n.sunShadow[y]=ce,n.sunShadowMap[y]=fe;let Se=ae.getViewportCount();for(let Ne=0;Ne<Se;Ne++)n.sunShadowMatrix[T+Ne]=ae.getMatrix(Ne),n.sunShadowCascade[T+Ne]=ae._cascadeData[Ne];T+=Se,y++}n.sun[g]=$,g++}else if(D.isDirectionalLight){let $=e.get(D);if($.color.copy(D.color).multiplyScalar(D.intensity),D.castShadow){let ae=D.shadow,ce=t.get(D);ce.shadowIntensity=ae.intensity,ce.shadowBias=ae.bias,ce.shadowNormalBias=ae.normalBias,ce.shadowRadius=ae.radius,ce.shadowMapSize=ae.mapSize,n.directionalShadow[_]=ce,n.directionalShadowMap[_]=fe,n.directionalShadowMatrix[_]=D.shadow.matrix,U++}n.directional[_]=$,_++}else if(D.isSpotLight){let $=e.get(D);$.position.setFromMatrixPosition(D.matrixWorld),$.color.copy(Z).multiplyScalar(q),$.distance=J,$.coneCos=Math.cos(D.angle),$.penumbraCos=Math.cos(D.angle*(1-D.penumbra)),$.decay=D.decay,n.spot[R]=$;let ae=D.shadow;if(D.map&&(n.spotLightMap[E]=D.map,E++,ae.updateMatrices(D),D.castShadow&&k++),n.spotLightMatrix[R]=ae.matrix,D.castShadow){let ce=t.get(D);ce.shadowIntensity=ae.intensity,ce.shadowBias=ae.bias,ce.shadowNormalBias=ae.normalBias,ce.shadowRadius=ae.radius,ce.shadowMapSize=ae.mapSize,n.spotShadow[R]=ce,n.spotShadowMap[R]=fe,v++}R++}else if(D.isRectAreaLight){let $=e.get(D);$.color.copy(Z).multiplyScalar(q),$.halfWidth.set(D.width*.5,0,0),$.halfHeight.set(0,D.height*.5,0),n.rectArea[N]=$,N++}else if(D.isPointLight){let $=e.get(D);if($.color.copy(D.color).multiplyScalar(D.intensity),$.distance=D.distance,$.decay=D.decay,D.castShadow){let ae=D.shadow,ce=t.get(D);ce.shadowIntensity=ae.intensity,ce.shadowBias=ae.bias,ce.shadowNormalBias=ae.normalBias,ce.shadowRadius=ae.radius,ce.shadowMapSize=ae.mapSize,ce.shadowCameraNear=ae.camera.near,ce.shadowCameraFar=ae.camera.far,n.pointShadow[x]=ce,n.pointShadowMap[x]=fe,n.pointShadowMatrix[x]=D.shadow.matrix,L++}n.point[x]=$,x++}else if(D.isHemisphereLight){let $=e.get(D);$.skyColor.copy(D.color).multiplyScalar(q),$.groundColor.copy(D.groundColor).multiplyScalar(q),n.hemi[P]=$,P++}}N>0&&(i.has("OES_texture_float_linear")===!0?(n.rectAreaLTC1=Oe.LTC_FLOAT_1,n.rectAreaLTC2=Oe.LTC_FLOAT_2):(n.rectAreaLTC1=Oe.LTC_HALF_1,n.rectAreaLTC2=Oe.LTC_HALF_2)),n.ambient[0]=d,n.ambient[1]=p,n.ambient[2]=f;let B=n.hash;(B.sunLength!==g||B.directionalLength!==_||B.pointLength!==x||B.spotLength!==R||B.rectAreaLength!==N||B.hemiLength!==P||B.numSunShadows!==y||B.numDirectionalShadows!==U||B.numPointShadows!==L||B.numSpotShadows!==v||B.numSpotMaps!==E||B.numLightProbes!==O)&&(n.sun.length=g,n.directional.length=_,n.spot.length=R,n.rectArea.length=N,n.point.length=x,n.hemi.length=P,n.sunShadow.length=y,n.sunShadowMap.length=y,n.sunShadowMatrix.length=T,n.sunShadowCascade.length=T,n.directionalShadow.length=U,n.directionalShadowMap.length=U,n.directionalShadowMatrix.length=U,n.pointShadow.length=L,n.pointShadowMap.length=L,n.pointShadowMatrix.length=L,n.spotShadow.length=v,n.spotShadowMap.length=v,n.spotLightMatrix.length=v+E-k,n.spotLightMap.length=E,n.numSpotLightShadowsWithMaps=k,n.numLightProbes=O,B.sunLength=g,B.directionalLength=_,B.pointLength=x,B.spotLength=R,B.rectAreaLength=N,B.hemiLength=P,B.numSunShadows=y,B.numDirectionalShadows=U,B.numPointShadows=L,B.numSpotShadows=v,B.numSpotMaps=E,B.numLightProbes=O,n.version=Eg++)}function c(h,d){let p=0,f=0,g=0,y=0,T=0,_=0,x=d.matrixWorldInverse;for(let R=0,N=h.length;R<N;R++){let P=h[R];if(P.isSunLight){let U=n.sun[p];U.direction.setFromMatrixPosition(P.matrixWorld),U.direction.transformDirection(x),p++}else if(P.isDirectionalLight){let U=n.directional[f];U.direction.setFromMatrixPosition(P.matrixWorld),s.setFromMatrixPosition(P.target.matrixWorld),U.direction.sub(s),U.direction.transformDirection(x),f++}else if(P.isSpotLight){let U=n.spot[y];U.position.setFromMatrixPosition(P.matrixWorld),U.position.applyMatrix4(x),U.direction.setFromMatrixPosition(P.matrixWorld),s.setFromMatrixPosition(P.target.matrixWorld),U.direction.sub(s),U.direction.transformDirection(x),y++}else if(P.isRectAreaLight){let U=n.rectArea[T];U.position.setFromMatrixPosition(P.matrixWorld),U.position.applyMatrix4(x),a.identity(),r.copy(P.matrixWorld),r.premultiply(x),a.extractRotation(r),U.halfWidth.set(P.width*.5,0,0),U.halfHeight.set(0,P.height*.5,0),U.halfWidth.applyMatrix4(a),U.halfHeight.applyMatrix4(a),T++}else if(P.isPointLight){let U=n.point[g];U.position.setFromMatrixPosition(P.matrixWorld),U.position.applyMatrix4(x),g++}else if(P.isHemisphereLight){let U=n.hemi[_];U.direction.setFromMatrixPosition(P.matrixWorld),U.direction.transformDirection(x),_++}}}return{setup:o,setupView:c,state:n}}function Th(i){let e=new Ag(i),t=[],n=[],s=[];function r(p){d.camera=p,t.length=0,n.length=0,s.length=0}function a(p){p.isLightProbeGrid?s.push(p):t.push(p)}function o(p){n.push(p)}function c(){e.setup(t),s.sort((p,f)=>p.priority-f.priority||p.id-f.id)}function h(p){e.setupView(t,p)}let d={lightsArray:t,shadowsArray:n,lightProbeGridArray:s,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:r,state:d,setupLights:c,setupLightsView:h,pushLight:a,pushShadow:o}}function Rg(i){let e=new WeakMap;function t(s,r=0){let a=e.get(s),o;return a===void 0?(o=new Th(i),e.set(s,[o])):r>=a.length?(o=new Th(i),a.push(o)):o=a[r],o}function n(){e=new WeakMap}return{get:t,dispose:n}}var Cg=`void main() {
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
}`,Pg=[new V(1,0,0),new V(-1,0,0),new V(0,1,0),new V(0,-1,0),new V(0,0,1),new V(0,0,-1)],Lg=[new V(0,-1,0),new V(0,-1,0),new V(0,0,1),new V(0,0,-1),new V(0,-1,0),new V(0,-1,0)],Ah=new gt,Js=new V,Cl=new V;function Dg(i,e,t){let n=new bi,s=new dt,r=new dt,a=new bt,o=new ra,c=new aa,h={},d=t.maxTextureSize,p={[ci]:nn,[nn]:ci,[on]:on},f=new Dn({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new dt},radius:{value:4}},vertexShader:Cg,fragmentShader:Ig}),g=f.clone();g.defines.HORIZONTAL_PASS=1;let y=new rn;y.setAttribute("position",new Yt(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let T=new an(y,f),_=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=ks;let x=this.type;this.render=function(L,v,E){if(_.enabled===!1||_.autoUpdate===!1&&_.needsUpdate===!1||L.length===0)return;this.type===Sc&&(Ze("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=ks);let k=i.getRenderTarget(),O=i.getActiveCubeFace(),B=i.getActiveMipmapLevel(),X=i.state;X.setBlending(gn),X.buffers.depth.getReversed()===!0?X.buffers.color.setClear(0,0,0,0):X.buffers.color.setClear(1,1,1,1),X.buffers.depth.setTest(!0),X.setScissorTest(!1);let K=x!==this.type;K&&v.traverse(function(D){D.material&&(Array.isArray(D.material)?D.material.forEach(Z=>Z.needsUpdate=!0):D.material.needsUpdate=!0)});for(let D=0,Z=L.length;D<Z;D++){let q=L[D],J=q.shadow;if(J===void 0){Ze("WebGLShadowMap:",q,"has no shadow.");continue}if(J.autoUpdate===!1&&J.needsUpdate===!1)continue;s.copy(J.mapSize);let fe=J.getFrameExtents();s.multiply(fe),r.copy(J.mapSize),(s.x>d||s.y>d)&&(s.x>d&&(r.x=Math.floor(d/fe.x),s.x=r.x*fe.x,J.mapSize.x=r.x),s.y>d&&(r.y=Math.floor(d/fe.y),s.y=r.y*fe.y,J.mapSize.y=r.y));let $=i.state.buffers.depth.getReversed();if(J.camera._reversedDepth=$,J.map===null||K===!0){if(J.map!==null&&(J.map.depthTexture!==null&&(J.map.depthTexture.dispose(),J.map.depthTexture=null),J.map.dispose()),this.type===is){if(q.isPointLight){Ze("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}J.map=new Kt(s.x,s.y,{format:ln,type:wt,minFilter:Mt,magFilter:Mt,generateMipmaps:!1}),J.map.texture.name=q.name+".shadowMap",J.map.depthTexture=new bn(s.x,s.y,Nt),J.map.depthTexture.name=q.name+".shadowMapDepth",J.map.depthTexture.format=qn,J.map.depthTexture.compareFunction=null,J.map.depthTexture.minFilter=It,J.map.depthTexture.magFilter=It}else q.isPointLight?(J.map=new Qs(s.x),J.map.depthTexture=new Ds(s.x,wn)):(J.map=new Kt(s.x,s.y),J.map.depthTexture=new bn(s.x,s.y,wn)),J.map.depthTexture.name=q.name+".shadowMap",J.map.depthTexture.format=qn,this.type===ks?(J.map.depthTexture.compareFunction=$?yl:vl,J.map.depthTexture.minFilter=Mt,J.map.depthTexture.magFilter=Mt):(J.map.depthTexture.compareFunction=null,J.map.depthTexture.minFilter=It,J.map.depthTexture.magFilter=It);J.camera.updateProjectionMatrix()}J.map.isWebGLCubeRenderTarget!==!0&&(J.map.width!==s.x||J.map.height!==s.y)&&J.map.setSize(s.x,s.y);let ae=J.map.isWebGLCubeRenderTarget?6:J.getViewportCount();q.isPointLight!==!0&&J.updateMatrices(q,E);let ce=(J.camera.layers.mask&4294967294)!==0?J.camera.layers:E.layers;for(let Se=0;Se<ae;Se++){let Ne=J.getCamera(Se);if(q.isPointLight){let ne=J.camera,be=J.matrix,Be=q.distance||ne.far;Be!==ne.far&&(ne.far=Be,ne.updateProjectionMatrix()),Js.setFromMatrixPosition(q.matrixWorld),ne.position.copy(Js),Cl.copy(ne.position),Cl.add(Pg[Se]),ne.up.copy(Lg[Se]),ne.lookAt(Cl),ne.updateMatrixWorld(),be.makeTranslation(-Js.x,-Js.y,-Js.z),Ah.multiplyMatrices(ne.projectionMatrix,ne.matrixWorldInverse),J._frustum.setFromProjectionMatrix(Ah,ne.coordinateSystem,ne.reversedDepth)}if(J.map.isWebGLCubeRenderTarget)i.setRenderTarget(J.map,Se),i.clear();else{Se===0&&(i.setRenderTarget(J.map),i.clear());let ne=J.getViewport(Se);a.set(r.x*ne.x,r.y*ne.y,r.x*ne.z,r.y*ne.w),X.viewport(a)}n=J.getFrustum(Se),P(v,E,Ne,q,ce,this.type)}J.isPointLightShadow!==!0&&this.type===is&&R(J,E),J.needsUpdate=!1}x=this.type,_.needsUpdate=!1,i.setRenderTarget(k,O,B)};function R(L,v){let E=e.update(T);f.defines.VSM_SAMPLES!==L.blurSamples&&(f.defines.VSM_SAMPLES=L.blurSamples,g.defines.VSM_SAMPLES=L.blurSamples,f.needsUpdate=!0,g.needsUpdate=!0),L.mapPass===null?L.mapPass=new Kt(s.x,s.y,{format:ln,type:wt}):(L.mapPass.width!==L.map.width||L.mapPass.height!==L.map.height)&&L.mapPass.setSize(L.map.width,L.map.height),f.uniforms.shadow_pass.value=L.map.depthTexture,f.uniforms.resolution.value.set(L.map.width,L.map.height),f.uniforms.radius.value=L.radius,i.setRenderTarget(L.mapPass),i.clear(),i.renderBufferDirect(v,null,E,f,T,null),g.uniforms.shadow_pass.value=L.mapPass.texture,g.uniforms.resolution.value.set(L.map.width,L.map.height),g.uniforms.radius.value=L.radius,i.setRenderTarget(L.map),i.clear(),i.renderBufferDirect(v,null,E,g,T,null)}function N(L,v,E,k){let O=null,B=E.isPointLight===!0?L.customDistanceMaterial:L.customDepthMaterial;if(B!==void 0)O=B;else if(O=E.isPointLight===!0?c:o,i.localClippingEnabled&&v.clipShadows===!0&&Array.isArray(v.clippingPlanes)&&v.clippingPlanes.length!==0||v.displacementMap&&v.displacementScale!==0||v.alphaMap&&v.alphaTest>0||v.map&&v.alphaTest>0||v.alphaToCoverage===!0){let X=O.uuid,K=v.uuid,D=h[X];D===void 0&&(D={},h[X]=D);let Z=D[K];Z===void 0&&(Z=O.clone(),D[K]=Z,v.addEventListener("dispose",U)),O=Z}if(O.visible=v.visible,O.wireframe=v.wireframe,k===is?O.side=v.shadowSide!==null?v.shadowSide:v.side:O.side=v.shadowSide!==null?v.shadowSide:p[v.side],O.alphaMap=v.alphaMap,O.alphaTest=v.alphaToCoverage===!0?.5:v.alphaTest,O.map=v.map,O.clipShadows=v.clipShadows,O.clippingPlanes=v.clippingPlanes,O.clipIntersection=v.clipIntersection,O.displacementMap=v.displacementMap,O.displacementScale=v.displacementScale,O.displacementBias=v.displacementBias,O.wireframeLinewidth=v.wireframeLinewidth,O.linewidth=v.linewidth,E.isPointLight===!0&&O.isMeshDistanceMaterial===!0){let X=i.properties.get(O);X.light=E}return O}function P(L,v,E,k,O,B){if(L.visible===!1)return;if(L.layers.test(O)&&(L.isMesh||L.isLine||L.isPoints)&&(L.castShadow||L.receiveShadow&&B===is)&&(!L.frustumCulled||L.intersectsFrustum(n))){L.modelViewMatrix.multiplyMatrices(E.matrixWorldInverse,L.matrixWorld);let D=e.update(L),Z=L.material;if(Array.isArray(Z)){let q=D.groups;for(let J=0,fe=q.length;J<fe;J++){let $=q[J],ae=Z[$.materialIndex];if(ae&&ae.visible){let ce=N(L,ae,k,B);L.onBeforeShadow(i,L,v,E,D,ce,$),i.renderBufferDirect(E,null,D,ce,L,$),L.onAfterShadow(i,L,v,E,D,ce,$)}}}else if(Z.visible){let q=N(L,Z,k,B);L.onBeforeShadow(i,L,v,E,D,q,null),i.renderBufferDirect(E,null,D,q,L,null),L.onAfterShadow(i,L,v,E,D,q,null)}}let K=L.children;for(let D=0,Z=K.length;D<Z;D++)P(K[D],v,E,k,O,B)}function U(L){L.target.removeEventListener("dispose",U);for(let E in h){let k=h[E],O=L.target.uuid;O in k&&(k[O].dispose(),delete k[O])}}}function Ng(i,e){function t(){let F=!1,ie=new bt,Q=null,Re=new bt(0,0,0,0);return{setMask:function(xe){Q!==xe&&!F&&(i.colorMask(xe,xe,xe,xe),Q=xe)},setLocked:function(xe){F=xe},setClear:function(xe,Ae,Ve,nt,ve){ve===!0&&(xe*=nt,Ae*=nt,Ve*=nt),ie.set(xe,Ae,Ve,nt),Re.equals(ie)===!1&&(i.clearColor(xe,Ae,Ve,nt),Re.copy(ie))},reset:function(){F=!1,Q=null,Re.set(-1,0,0,0)}}}function n(){let F=!1,ie=!1,Q=null,Re=null,xe=null;return{setReversed:function(Ae){if(ie!==Ae){let Ve=e.get("EXT_clip_control");Ae?Ve.clipControlEXT(Ve.LOWER_LEFT_EXT,Ve.ZERO_TO_ONE_EXT):Ve.clipControlEXT(Ve.LOWER_LEFT_EXT,Ve.NEGATIVE_ONE_TO_ONE_EXT),ie=Ae;let nt=xe;xe=null,this.setClear(nt)}},getReversed:function(){return ie},setTest:function(Ae){Ae?de(i.DEPTH_TEST):We(i.DEPTH_TEST)},setMask:function(Ae){Q!==Ae&&!F&&(i.depthMask(Ae),Q=Ae)},setFunc:function(Ae){if(ie&&(Ae=th[Ae]),Re!==Ae){switch(Ae){case kr:i.depthFunc(i.NEVER);break;case Hr:i.depthFunc(i.ALWAYS);break;case Gr:i.depthFunc(i.LESS);break;case Xi:i.depthFunc(i.LEQUAL);break;case Vr:i.depthFunc(i.EQUAL);break;case Wr:i.depthFunc(i.GEQUAL);break;case Xr:i.depthFunc(i.GREATER);break;case qr:i.depthFunc(i.NOTEQUAL);break;default:i.depthFunc(i.LEQUAL)}Re=Ae}},setLocked:function(Ae){F=Ae},setClear:function(Ae){xe!==Ae&&(xe=Ae,ie&&(Ae=1-Ae),i.clearDepth(Ae))},reset:function(){F=!1,Q=null,Re=null,xe=null,ie=!1}}}function s(){let F=!1,ie=null,Q=null,Re=null,xe=null,Ae=null,Ve=null,nt=null,ve=null;return{setTest:function(qe){F||(qe?de(i.STENCIL_TEST):We(i.STENCIL_TEST))},setMask:function(qe){ie!==qe&&!F&&(i.stencilMask(qe),ie=qe)},setFunc:function(qe,tt,Le){(Q!==qe||Re!==tt||xe!==Le)&&(i.stencilFunc(qe,tt,Le),Q=qe,Re=tt,xe=Le)},setOp:function(qe,tt,Le){(Ae!==qe||Ve!==tt||nt!==Le)&&(i.stencilOp(qe,tt,Le),Ae=qe,Ve=tt,nt=Le)},setLocked:function(qe){F=qe},setClear:function(qe){ve!==qe&&(i.clearStencil(qe),ve=qe)},reset:function(){F=!1,ie=null,Q=null,Re=null,xe=null,Ae=null,Ve=null,nt=null,ve=null}}}let r=new t,a=new n,o=new s,c={},h=new WeakMap,d={},p={},f={},g=new WeakMap,y=[],T=null,_=!1,x=null,R=null,N=null,P=null,U=null,L=null,v=null,E=new ut(0,0,0),k=0,O=!1,B=null,X=null,K=null,D=null,Z=null,q=i.getParameter(i.MAX_COMBINED_TEXTURE_IMAGE_UNITS),J=!1,fe=0,$=i.getParameter(i.VERSION);$.indexOf("WebGL")!==-1?(fe=parseFloat(/^WebGL (\d)/.exec($)[1]),J=fe>=1):$.indexOf("OpenGL ES")!==-1&&(fe=parseFloat(/^OpenGL ES (\d)/.exec($)[1]),J=fe>=2);let ae=null,ce={},Se=i.getParameter(i.SCISSOR_BOX),Ne=i.getParameter(i.VIEWPORT),ne=new bt().fromArray(Se),be=new bt().fromArray(Ne);function Be(F,ie,Q,Re){let xe=new Uint8Array(4),Ae=i.createTexture();i.bindTexture(F,Ae),i.texParameteri(F,i.TEXTURE_MIN_FILTER,i.NEAREST),i.texParameteri(F,i.TEXTURE_MAG_FILTER,i.NEAREST);for(let Ve=0;Ve<Q;Ve++)F===i.TEXTURE_3D||F===i.TEXTURE_2D_ARRAY?i.texImage3D(ie,0,i.RGBA,1,1,Re,0,i.RGBA,i.UNSIGNED_BYTE,xe):i.texImage2D(ie+Ve,0,i.RGBA,1,1,0,i.RGBA,i.UNSIGNED_BYTE,xe);return Ae}let He={};He[i.TEXTURE_2D]=Be(i.TEXTURE_2D,i.TEXTURE_2D,1),He[i.TEXTURE_CUBE_MAP]=Be(i.TEXTURE_CUBE_MAP,i.TEXTURE_CUBE_MAP_POSITIVE_X,6),He[i.TEXTURE_2D_ARRAY]=Be(i.TEXTURE_2D_ARRAY,i.TEXTURE_2D_ARRAY,1,1),He[i.TEXTURE_3D]=Be(i.TEXTURE_3D,i.TEXTURE_3D,1,1),r.setClear(0,0,0,1),a.setClear(1),o.setClear(0),de(i.DEPTH_TEST),a.setFunc(Xi),Ct(!1),ft(Ko),de(i.CULL_FACE),Rt(gn);function de(F){d[F]!==!0&&(i.enable(F),d[F]=!0)}function We(F){d[F]!==!1&&(i.disable(F),d[F]=!1)}function mt(F,ie){return f[F]!==ie?(i.bindFramebuffer(F,ie),f[F]=ie,F===i.DRAW_FRAMEBUFFER&&(f[i.FRAMEBUFFER]=ie),F===i.FRAMEBUFFER&&(f[i.DRAW_FRAMEBUFFER]=ie),!0):!1}function Xe(F,ie){let Q=y,Re=!1;if(F){Q=g.get(ie),Q===void 0&&(Q=[],g.set(ie,Q));let xe=F.textures;if(Q.length!==xe.length||Q[0]!==i.COLOR_ATTACHMENT0){for(let Ae=0,Ve=xe.length;Ae<Ve;Ae++)Q[Ae]=i.COLOR_ATTACHMENT0+Ae;Q.length=xe.length,Re=!0}}else Q[0]!==i.BACK&&(Q[0]=i.BACK,Re=!0);Re&&i.drawBuffers(Q)}function ot(F){return T!==F?(i.useProgram(F),T=F,!0):!1}let lt={[Ei]:i.FUNC_ADD,[bc]:i.FUNC_SUBTRACT,[wc]:i.FUNC_REVERSE_SUBTRACT};lt[Ec]=i.MIN,lt[Tc]=i.MAX;let st={[Ac]:i.ZERO,[Rc]:i.ONE,[Cc]:i.SRC_COLOR,[tl]:i.SRC_ALPHA,[Uc]:i.SRC_ALPHA_SATURATE,[Dc]:i.DST_COLOR,[Pc]:i.DST_ALPHA,[Ic]:i.ONE_MINUS_SRC_COLOR,[nl]:i.ONE_MINUS_SRC_ALPHA,[Nc]:i.ONE_MINUS_DST_COLOR,[Lc]:i.ONE_MINUS_DST_ALPHA,[Fc]:i.CONSTANT_COLOR,[Oc]:i.ONE_MINUS_CONSTANT_COLOR,[Bc]:i.CONSTANT_ALPHA,[zc]:i.ONE_MINUS_CONSTANT_ALPHA};function Rt(F,ie,Q,Re,xe,Ae,Ve,nt,ve,qe){if(F===gn){_===!0&&(We(i.BLEND),_=!1);return}if(_===!1&&(de(i.BLEND),_=!0),F!==Mc){if(F!==x||qe!==O){if((R!==Ei||U!==Ei)&&(i.blendEquation(i.FUNC_ADD),R=Ei,U=Ei),qe)switch(F){case hi:i.blendFuncSeparate(i.ONE,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Qo:i.blendFunc(i.ONE,i.ONE);break;case jo:i.blendFuncSeparate(i.ZERO,i.ONE_MINUS_SRC_COLOR,i.ZERO,i.ONE);break;case el:i.blendFuncSeparate(i.DST_COLOR,i.ONE_MINUS_SRC_ALPHA,i.ZERO,i.ONE);break;default:je("WebGLState: Invalid blending: ",F);break}else switch(F){case hi:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Qo:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE,i.ONE,i.ONE);break;case jo:je("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case el:je("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:je("WebGLState: Invalid blending: ",F);break}N=null,P=null,L=null,v=null,E.set(0,0,0),k=0,x=F,O=qe}return}xe=xe||ie,Ae=Ae||Q,Ve=Ve||Re,(ie!==R||xe!==U)&&(i.blendEquationSeparate(lt[ie],lt[xe]),R=ie,U=xe),(Q!==N||Re!==P||Ae!==L||Ve!==v)&&(i.blendFuncSeparate(st[Q],st[Re],st[Ae],st[Ve]),N=Q,P=Re,L=Ae,v=Ve),(nt.equals(E)===!1||ve!==k)&&(i.blendColor(nt.r,nt.g,nt.b,ve),E.copy(nt),k=ve),x=F,O=!1}function St(F,ie){F.side===on?We(i.CULL_FACE):de(i.CULL_FACE);let Q=F.side===nn;ie&&(Q=!Q),Ct(Q),F.blending===hi&&F.transparent===!1?Rt(gn):Rt(F.blending,F.blendEquation,F.blendSrc,F.blendDst,F.blendEquationAlpha,F.blendSrcAlpha,F.blendDstAlpha,F.blendColor,F.blendAlpha,F.premultipliedAlpha),a.setFunc(F.depthFunc),a.setTest(F.depthTest),a.setMask(F.depthWrite),r.setMask(F.colorWrite);let Re=F.stencilWrite;o.setTest(Re),Re&&(o.setMask(F.stencilWriteMask),o.setFunc(F.stencilFunc,F.stencilRef,F.stencilFuncMask),o.setOp(F.stencilFail,F.stencilZFail,F.stencilZPass)),Et(F.polygonOffset,F.polygonOffsetFactor,F.polygonOffsetUnits),F.alphaToCoverage===!0?de(i.SAMPLE_ALPHA_TO_COVERAGE):We(i.SAMPLE_ALPHA_TO_COVERAGE)}function Ct(F){B!==F&&(F?i.frontFace(i.CW):i.frontFace(i.CCW),B=F)}function ft(F){F!==vc?(de(i.CULL_FACE),F!==X&&(F===Ko?i.cullFace(i.BACK):F===yc?i.cullFace(i.FRONT):i.cullFace(i.FRONT_AND_BACK))):We(i.CULL_FACE),X=F}function Vt(F){F!==K&&(J&&i.lineWidth(F),K=F)}function Et(F,ie,Q){F?(de(i.POLYGON_OFFSET_FILL),(D!==ie||Z!==Q)&&(D=ie,Z=Q,a.getReversed()&&(ie=-ie,Q=-Q),i.polygonOffset(ie,Q))):We(i.POLYGON_OFFSET_FILL)}function zt(F){F?de(i.SCISSOR_TEST):We(i.SCISSOR_TEST)}function Wt(F){F===void 0&&(F=i.TEXTURE0+q-1),ae!==F&&(i.activeTexture(F),ae=F)}function Xt(F,ie,Q){Q===void 0&&(ae===null?Q=i.TEXTURE0+q-1:Q=ae);let Re=ce[Q];Re===void 0&&(Re={type:void 0,texture:void 0},ce[Q]=Re),(Re.type!==F||Re.texture!==ie)&&(ae!==Q&&(i.activeTexture(Q),ae=Q),i.bindTexture(F,ie||He[F]),Re.type=F,Re.texture=ie)}function b(){let F=ce[ae];F!==void 0&&F.type!==void 0&&(i.bindTexture(F.type,null),F.type=void 0,F.texture=void 0)}function me(){try{i.compressedTexImage2D(...arguments)}catch(F){je("WebGLState:",F)}}function we(){try{i.compressedTexImage3D(...arguments)}catch(F){je("WebGLState:",F)}}function Fe(){try{i.texSubImage2D(...arguments)}catch(F){je("WebGLState:",F)}}function oe(){try{i.texSubImage3D(...arguments)}catch(F){je("WebGLState:",F)}}function Ge(){try{i.compressedTexSubImage2D(...arguments)}catch(F){je("WebGLState:",F)}}function Ue(){try{i.compressedTexSubImage3D(...arguments)}catch(F){je("WebGLState:",F)}}function ke(){try{i.texStorage2D(...arguments)}catch(F){je("WebGLState:",F)}}function C(){try{i.texStorage3D(...arguments)}catch(F){je("WebGLState:",F)}}function S(){try{i.texImage2D(...arguments)}catch(F){je("WebGLState:",F)}}function Y(){try{i.texImage3D(...arguments)}catch(F){je("WebGLState:",F)}}function _e(F){return p[F]!==void 0?p[F]:i.getParameter(F)}function le(F,ie){p[F]!==ie&&(i.pixelStorei(F,ie),p[F]=ie)}function Ee(F){ne.equals(F)===!1&&(i.scissor(F.x,F.y,F.z,F.w),ne.copy(F))}function Ie(F){be.equals(F)===!1&&(i.viewport(F.x,F.y,F.z,F.w),be.copy(F))}function te(F,ie){let Q=h.get(ie);Q===void 0&&(Q=new WeakMap,h.set(ie,Q));let Re=Q.get(F);Re===void 0&&(Re=i.getUniformBlockIndex(ie,F.name),i.uniformBlockBinding(ie,Re,Re),Q.set(F,Re))}function se(F,ie,Q){let xe=h.get(ie).get(F);c[xe]!==Q&&(i.bindBufferBase(i.UNIFORM_BUFFER,xe,Q),c[xe]=Q)}function Te(){i.disable(i.BLEND),i.disable(i.CULL_FACE),i.disable(i.DEPTH_TEST),i.disable(i.POLYGON_OFFSET_FILL),i.disable(i.SCISSOR_TEST),i.disable(i.STENCIL_TEST),i.disable(i.SAMPLE_ALPHA_TO_COVERAGE),i.blendEquation(i.FUNC_ADD),i.blendFunc(i.ONE,i.ZERO),i.blendFuncSeparate(i.ONE,i.ZERO,i.ONE,i.ZERO),i.blendColor(0,0,0,0),i.colorMask(!0,!0,!0,!0),i.clearColor(0,0,0,0),i.depthMask(!0),i.depthFunc(i.LESS),a.setReversed(!1),i.clearDepth(1),i.stencilMask(4294967295),i.stencilFunc(i.ALWAYS,0,4294967295),i.stencilOp(i.KEEP,i.KEEP,i.KEEP),i.clearStencil(0),i.cullFace(i.BACK),i.frontFace(i.CCW),i.polygonOffset(0,0),i.activeTexture(i.TEXTURE0),i.bindFramebuffer(i.FRAMEBUFFER,null),i.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),i.bindFramebuffer(i.READ_FRAMEBUFFER,null),i.useProgram(null),i.lineWidth(1),i.scissor(0,0,i.canvas.width,i.canvas.height),i.viewport(0,0,i.canvas.width,i.canvas.height),i.pixelStorei(i.PACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,!1),i.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),i.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,i.BROWSER_DEFAULT_WEBGL),i.pixelStorei(i.PACK_ROW_LENGTH,0),i.pixelStorei(i.PACK_SKIP_PIXELS,0),i.pixelStorei(i.PACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_ROW_LENGTH,0),i.pixelStorei(i.UNPACK_IMAGE_HEIGHT,0),i.pixelStorei(i.UNPACK_SKIP_PIXELS,0),i.pixelStorei(i.UNPACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_SKIP_IMAGES,0),d={},p={},ae=null,ce={},f={},c={},g=new WeakMap,y=[],T=null,_=!1,x=null,R=null,N=null,P=null,U=null,L=null,v=null,E=new ut(0,0,0),k=0,O=!1,B=null,X=null,K=null,D=null,Z=null,ne.set(0,0,i.canvas.width,i.canvas.height),be.set(0,0,i.canvas.width,i.canvas.height),r.reset(),a.reset(),o.reset()}return{buffers:{color:r,depth:a,stencil:o},enable:de,disable:We,bindFramebuffer:mt,drawBuffers:Xe,useProgram:ot,setBlending:Rt,setMaterial:St,setFlipSided:Ct,setCullFace:ft,setLineWidth:Vt,setPolygonOffset:Et,setScissorTest:zt,activeTexture:Wt,bindTexture:Xt,unbindTexture:b,compressedTexImage2D:me,compressedTexImage3D:we,texImage2D:S,texImage3D:Y,pixelStorei:le,getParameter:_e,updateUBOMapping:te,uniformBlockBinding:se,texStorage2D:ke,texStorage3D:C,texSubImage2D:Fe,texSubImage3D:oe,compressedTexSubImage2D:Ge,compressedTexSubImage3D:Ue,scissor:Ee,viewport:Ie,reset:Te}}function Ug(i,e,t,n,s,r,a){let o=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,c=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),h=new dt,d=new WeakMap,p=new Set,f,g=new WeakMap,y=new Set,T=new FinalizationRegistry(C=>y.delete(C)),_=!1;try{_=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function x(C,S){return _?new OffscreenCanvas(C,S):Rs("canvas")}function R(C,S,Y){let _e=1,le=ke(C);if((le.width>Y||le.height>Y)&&(_e=Y/Math.max(le.width,le.height)),_e<1)if(typeof HTMLImageElement<"u"&&C instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&C instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&C instanceof ImageBitmap||typeof VideoFrame<"u"&&C instanceof VideoFrame){let Ee=Math.floor(_e*le.width),Ie=Math.floor(_e*le.height);f===void 0&&(f=x(Ee,Ie));let te=S?x(Ee,Ie):f;return te.width=Ee,te.height=Ie,te.getContext("2d").drawImage(C,0,0,Ee,Ie),Ze("WebGLRenderer: Texture has been resized from ("+le.width+"x"+le.height+") to ("+Ee+"x"+Ie+")."),te}else return"data"in C&&Ze("WebGLRenderer: Image in DataTexture is too big ("+le.width+"x"+le.height+")."),C;return C}function N(C){return C.generateMipmaps}function P(C){i.generateMipmap(C)}function U(C){return C.isWebGLCubeRenderTarget?i.TEXTURE_CUBE_MAP:C.isWebGL3DRenderTarget?i.TEXTURE_3D:C.isWebGLArrayRenderTarget||C.isCompressedArrayTexture?i.TEXTURE_2D_ARRAY:i.TEXTURE_2D}function L(C,S,Y,_e,le,Ee=!1){if(C!==null){if(i[C]!==void 0)return i[C];Ze("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+C+"'")}let Ie;_e&&(Ie=e.get("EXT_texture_norm16"),Ie||Ze("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let te=S;if(S===i.RED&&(Y===i.FLOAT&&(te=i.R32F),Y===i.HALF_FLOAT&&(te=i.R16F),Y===i.UNSIGNED_BYTE&&(te=i.R8),Y===i.UNSIGNED_SHORT&&Ie&&(te=Ie.R16_EXT),Y===i.SHORT&&Ie&&(te=Ie.R16_SNORM_EXT)),S===i.RED_INTEGER&&(Y===i.UNSIGNED_BYTE&&(te=i.R8UI),Y===i.UNSIGNED_SHORT&&(te=i.R16UI),Y===i.UNSIGNED_INT&&(te=i.R32UI),Y===i.BYTE&&(te=i.R8I),Y===i.SHORT&&(te=i.R16I),Y===i.INT&&(te=i.R32I)),S===i.RG&&(Y===i.FLOAT&&(te=i.RG32F),Y===i.HALF_FLOAT&&(te=i.RG16F),Y===i.UNSIGNED_BYTE&&(te=i.RG8),Y===i.UNSIGNED_SHORT&&Ie&&(te=Ie.RG16_EXT),Y===i.SHORT&&Ie&&(te=Ie.RG16_SNORM_EXT)),S===i.RG_INTEGER&&(Y===i.UNSIGNED_BYTE&&(te=i.RG8UI),Y===i.UNSIGNED_SHORT&&(te=i.RG16UI),Y===i.UNSIGNED_INT&&(te=i.RG32UI),Y===i.BYTE&&(te=i.RG8I),Y===i.SHORT&&(te=i.RG16I),Y===i.INT&&(te=i.RG32I)),S===i.RGB_INTEGER&&(Y===i.UNSIGNED_BYTE&&(te=i.RGB8UI),Y===i.UNSIGNED_SHORT&&(te=i.RGB16UI),Y===i.UNSIGNED_INT&&(te=i.RGB32UI),Y===i.BYTE&&(te=i.RGB8I),Y===i.SHORT&&(te=i.RGB16I),Y===i.INT&&(te=i.RGB32I)),S===i.RGBA_INTEGER&&(Y===i.UNSIGNED_BYTE&&(te=i.RGBA8UI),Y===i.UNSIGNED_SHORT&&(te=i.RGBA16UI),Y===i.UNSIGNED_INT&&(te=i.RGBA32UI),Y===i.BYTE&&(te=i.RGBA8I),Y===i.SHORT&&(te=i.RGBA16I),Y===i.INT&&(te=i.RGBA32I)),S===i.RGB&&(Y===i.UNSIGNED_SHORT&&Ie&&(te=Ie.RGB16_EXT),Y===i.SHORT&&Ie&&(te=Ie.RGB16_SNORM_EXT),Y===i.UNSIGNED_INT_5_9_9_9_REV&&(te=i.RGB9_E5),Y===i.UNSIGNED_INT_10F_11F_11F_REV&&(te=i.R11F_G11F_B10F)),S===i.RGBA){let se=Ee?Ts:ct.getTransfer(le);Y===i.FLOAT&&(te=i.RGBA32F),Y===i.HALF_FLOAT&&(te=i.RGBA16F),Y===i.UNSIGNED_BYTE&&(te=se===vt?i.SRGB8_ALPHA8:i.RGBA8),Y===i.UNSIGNED_SHORT&&Ie&&(te=Ie.RGBA16_EXT),Y===i.SHORT&&Ie&&(te=Ie.RGBA16_SNORM_EXT),Y===i.UNSIGNED_SHORT_4_4_4_4&&(te=i.RGBA4),Y===i.UNSIGNED_SHORT_5_5_5_1&&(te=i.RGB5_A1)}return(te===i.R16F||te===i.R32F||te===i.RG16F||te===i.RG32F||te===i.RGBA16F||te===i.RGBA32F)&&e.get("EXT_color_buffer_float"),te}function v(C,S){let Y;return C?S===null||S===wn||S===Ai?Y=i.DEPTH24_STENCIL8:S===Nt?Y=i.DEPTH32F_STENCIL8:S===rs&&(Y=i.DEPTH24_STENCIL8,Ze("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):S===null||S===wn||S===Ai?Y=i.DEPTH_COMPONENT24:S===Nt?Y=i.DEPTH_COMPONENT32F:S===rs&&(Y=i.DEPTH_COMPONENT16),Y}function E(C,S){return N(C)===!0||C.isFramebufferTexture&&C.minFilter!==It&&C.minFilter!==Mt?Math.log2(Math.max(S.width,S.height))+1:C.mipmaps.length>0?C.mipmaps.length:C.isCompressedTexture&&Array.isArray(C.image)?S.mipmaps.length:1}function k(C){let S=new WeakRef(C);n.get(C).__ref=S,y.add(S),T.register(C,S,S)}function O(C){let S=n.get(C).__ref;S!==void 0&&(y.delete(S),T.unregister(S))}function B(C){K(C.target)}function X(C){D(C.target)}function K(C){C.removeEventListener("dispose",B),O(C),q(C),C.isVideoTexture&&d.delete(C),C.isHTMLTexture&&p.delete(C)}function D(C){C.removeEventListener("dispose",X),O(C),fe(C)}function Z(){for(let C of y){let S=C.deref();S!==void 0&&(S.isRenderTarget===!0?D(S):K(S))}y.clear(),p.clear()}function q(C){let S=n.get(C);if(S.__webglInit===void 0)return;let Y=C.source,_e=g.get(Y);if(_e){let le=_e[S.__cacheKey];le.usedTimes--,le.usedTimes===0&&J(C),Object.keys(_e).length===0&&g.delete(Y)}n.remove(C)}function J(C){let S=n.get(C);i.deleteTexture(S.__webglTexture);let Y=C.source,_e=g.get(Y);delete _e[S.__cacheKey],a.memory.textures--}function fe(C){let S=n.get(C);S.__depthDisposeCallback&&S.__depthDisposeCallback();let Y=C.depthTexture;if(Y&&Y.renderTarget===C&&K(Y),C.isWebGLCubeRenderTarget)for(let le=0;le<6;le++){if(Array.isArray(S.__webglFramebuffer[le]))for(let Ee=0;Ee<S.__webglFramebuffer[le].length;Ee++)i.deleteFramebuffer(S.__webglFramebuffer[le][Ee]);else i.deleteFramebuffer(S.__webglFramebuffer[le]);S.__webglDepthbuffer&&i.deleteRenderbuffer(S.__webglDepthbuffer[le])}else{if(Array.isArray(S.__webglFramebuffer))for(let le=0;le<S.__webglFramebuffer.length;le++)i.deleteFramebuffer(S.__webglFramebuffer[le]);else i.deleteFramebuffer(S.__webglFramebuffer);if(S.__webglDepthbuffer&&i.deleteRenderbuffer(S.__webglDepthbuffer),S.__webglMultisampledFramebuffer&&i.deleteFramebuffer(S.__webglMultisampledFramebuffer),S.__webglColorRenderbuffer)for(let le=0;le<S.__webglColorRenderbuffer.length;le++)S.__webglColorRenderbuffer[le]&&i.deleteRenderbuffer(S.__webglColorRenderbuffer[le]);S.__webglDepthRenderbuffer&&i.deleteRenderbuffer(S.__webglDepthRenderbuffer)}let _e=C.textures;for(let le=0,Ee=_e.length;le<Ee;le++){let Ie=n.get(_e[le]);Ie.__webglTexture&&(i.deleteTexture(Ie.__webglTexture),a.memory.textures--),n.remove(_e[le])}n.remove(C)}let $=0;function ae(){$=0}function ce(){return $}function Se(C){$=C}function Ne(){let C=$;return C>=s.maxTextures&&Ze("WebGLTextures: Trying to use "+(C+1)+" texture units while this GPU supports only "+s.maxTextures),$+=1,C}function ne(C){let S=[];return S.push(C.wrapS),S.push(C.wrapT),S.push(C.wrapR||0),S.push(C.magFilter),S.push(C.minFilter),S.push(C.anisotropy),S.push(C.internalFormat),S.push(C.format),S.push(C.type),S.push(C.generateMipmaps),S.push(C.mipmapsAutoUpdate),S.push(C.premultiplyAlpha),S.push(C.flipY),S.push(C.unpackAlignment),S.push(C.colorSpace),S.join()}function be(C,S){let Y=n.get(C);if(C.isVideoTexture&&Ge(C),C.isRenderTargetTexture===!1&&C.isExternalTexture!==!0&&C.version>0&&Y.__version!==C.version){let _e=C.image;if(_e===null)Ze("WebGLRenderer: Texture marked for update but no image data found.");else if(_e.complete===!1)Ze("WebGLRenderer: Texture marked for update but image is incomplete");else{St(Y,C,S);return}}else C.isExternalTexture&&(Y.__webglTexture=C.sourceTexture?C.sourceTexture:null);t.bindTexture(i.TEXTURE_2D,Y.__webglTexture,i.TEXTURE0+S)}function Be(C,S){let Y=n.get(C);if(C.isRenderTargetTexture===!1&&C.version>0&&Y.__version!==C.version){St(Y,C,S);return}else C.isExternalTexture&&(Y.__webglTexture=C.sourceTexture?C.sourceTexture:null);t.bindTexture(i.TEXTURE_2D_ARRAY,Y.__webglTexture,i.TEXTURE0+S)}function He(C,S){let Y=n.get(C);if(C.isRenderTargetTexture===!1&&C.version>0&&Y.__version!==C.version){St(Y,C,S);return}t.bindTexture(i.TEXTURE_3D,Y.__webglTexture,i.TEXTURE0+S)}function de(C,S){let Y=n.get(C);if(C.version>0&&Y.__version!==C.version){Ct(Y,C,S);return}t.bindTexture(i.TEXTURE_CUBE_MAP,Y.__webglTexture,i.TEXTURE0+S)}let We={[qi]:i.REPEAT,[qt]:i.CLAMP_TO_EDGE,[Yr]:i.MIRRORED_REPEAT},mt={[It]:i.NEAREST,[Gc]:i.NEAREST_MIPMAP_NEAREST,[Hs]:i.NEAREST_MIPMAP_LINEAR,[Mt]:i.LINEAR,[Sa]:i.LINEAR_MIPMAP_NEAREST,[_n]:i.LINEAR_MIPMAP_LINEAR},Xe={[qc]:i.NEVER,[Sl]:i.ALWAYS,[Yc]:i.LESS,[vl]:i.LEQUAL,[Zc]:i.EQUAL,[yl]:i.GEQUAL,[$c]:i.GREATER,[Jc]:i.NOTEQUAL};function ot(C,S){if(S.type===Nt&&e.has("OES_texture_float_linear")===!1&&(S.magFilter===Mt||S.magFilter===Sa||S.magFilter===Hs||S.magFilter===_n||S.minFilter===Mt||S.minFilter===Sa||S.minFilter===Hs||S.minFilter===_n)&&Ze("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),i.texParameteri(C,i.TEXTURE_WRAP_S,We[S.wrapS]),i.texParameteri(C,i.TEXTURE_WRAP_T,We[S.wrapT]),(C===i.TEXTURE_3D||C===i.TEXTURE_2D_ARRAY)&&i.texParameteri(C,i.TEXTURE_WRAP_R,We[S.wrapR]),i.texParameteri(C,i.TEXTURE_MAG_FILTER,mt[S.magFilter]),i.texParameteri(C,i.TEXTURE_MIN_FILTER,mt[S.minFilter]),S.compareFunction&&(i.texParameteri(C,i.TEXTURE_COMPARE_MODE,i.COMPARE_REF_TO_TEXTURE),i.texParameteri(C,i.TEXTURE_COMPARE_FUNC,Xe[S.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(S.magFilter===It||S.minFilter!==Hs&&S.minFilter!==_n||S.type===Nt&&e.has("OES_texture_float_linear")===!1)return;if(S.anisotropy>1||n.get(S).__currentAnisotropy){let Y=e.get("EXT_texture_filter_anisotropic");i.texParameterf(C,Y.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(S.anisotropy,s.getMaxAnisotropy())),n.get(S).__currentAnisotropy=S.anisotropy}}}function lt(C,S){let Y=!1;C.__webglInit===void 0&&(C.__webglInit=!0,S.addEventListener("dispose",B),k(S));let _e=S.source,le=g.get(_e);le===void 0&&(le={},g.set(_e,le));let Ee=ne(S);if(Ee!==C.__cacheKey){le[Ee]===void 0&&(le[Ee]={texture:i.createTexture(),usedTimes:0},a.memory.textures++,Y=!0),le[Ee].usedTimes++;let Ie=le[C.__cacheKey];Ie!==void 0&&(le[C.__cacheKey].usedTimes--,Ie.usedTimes===0&&J(S)),C.__cacheKey=Ee,C.__webglTexture=le[Ee].texture}return Y}function st(C,S,Y){return Math.floor(Math.floor(C/Y)/S)}function Rt(C,S,Y,_e){let Ee=C.updateRanges;if(Ee.length===0)t.texSubImage2D(i.TEXTURE_2D,0,0,0,S.width,S.height,Y,_e,S.data);else{Ee.sort((F,ie)=>F.start-ie.start);let Ie=0;for(let F=1;F<Ee.length;F++){let ie=Ee[Ie],Q=Ee[F],Re=ie.start+ie.count,xe=st(Q.start,S.width,4),Ae=st(ie.start,S.width,4);Q.start<=Re+1&&xe===Ae&&st(Q.start+Q.count-1,S.width,4)===xe?ie.count=Math.max(ie.count,Q.start+Q.count-ie.start):(++Ie,Ee[Ie]=Q)}Ee.length=Ie+1;let te=t.getParameter(i.UNPACK_ROW_LENGTH),se=t.getParameter(i.UNPACK_SKIP_PIXELS),Te=t.getParameter(i.UNPACK_SKIP_ROWS);t.pixelStorei(i.UNPACK_ROW_LENGTH,S.width);for(let F=0,ie=Ee.length;F<ie;F++){let Q=Ee[F],Re=Math.floor(Q.start/4),xe=Math.ceil(Q.count/4),Ae=Re%S.width,Ve=Math.floor(Re/S.width),nt=xe,ve=1;t.pixelStorei(i.UNPACK_SKIP_PIXELS,Ae),t.pixelStorei(i.UNPACK_SKIP_ROWS,Ve),t.texSubImage2D(i.TEXTURE_2D,0,Ae,Ve,nt,ve,Y,_e,S.data)}C.clearUpdateRanges(),t.pixelStorei(i.UNPACK_ROW_LENGTH,te),t.pixelStorei(i.UNPACK_SKIP_PIXELS,se),t.pixelStorei(i.UNPACK_SKIP_ROWS,Te)}}function St(C,S,Y){let _e=i.TEXTURE_2D;(S.isDataArrayTexture||S.isCompressedArrayTexture)&&(_e=i.TEXTURE_2D_ARRAY),S.isData3DTexture&&(_e=i.TEXTURE_3D);let le=lt(C,S),Ee=S.source;t.bindTexture(_e,C.__webglTexture,i.TEXTURE0+Y);let Ie=n.get(Ee);if(Ee.version!==Ie.__version||le===!0){if(t.activeTexture(i.TEXTURE0+Y),(typeof ImageBitmap<"u"&&S.image instanceof ImageBitmap)===!1){let ve=ct.getPrimaries(ct.workingColorSpace),qe=S.colorSpace===En?null:ct.getPrimaries(S.colorSpace),tt=S.colorSpace===En||ve===qe?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,S.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,S.premultiplyAlpha),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,tt)}t.pixelStorei(i.UNPACK_ALIGNMENT,S.unpackAlignment);let se=R(S.image,!1,s.maxTextureSize);se=Ue(S,se);let Te=r.convert(S.format,S.colorSpace),F=r.convert(S.type),ie=L(S.internalFormat,Te,F,S.normalized,S.colorSpace,S.isVideoTexture);ot(_e,S);let Q,Re=S.mipmaps,xe=S.isVideoTexture!==!0,Ae=Ie.__version===void 0||le===!0,Ve=Ee.dataReady,nt=E(S,se);if(S.isDepthTexture)ie=v(S.format===Yn,S.type),Ae&&(xe?t.texStorage2D(i.TEXTURE_2D,1,ie,se.width,se.height):t.texImage2D(i.TEXTURE_2D,0,ie,se.width,se.height,0,Te,F,null));else if(S.isDataTexture)if(Re.length>0){xe&&Ae&&t.texStorage2D(i.TEXTURE_2D,nt,ie,Re[0].width,Re[0].height);for(let ve=0,qe=Re.length;ve<qe;ve++)Q=Re[ve],xe?Ve&&t.texSubImage2D(i.TEXTURE_2D,ve,0,0,Q.width,Q.height,Te,F,Q.data):t.texImage2D(i.TEXTURE_2D,ve,ie,Q.width,Q.height,0,Te,F,Q.data);S.generateMipmaps=!1}else xe?(Ae&&t.texStorage2D(i.TEXTURE_2D,nt,ie,se.width,se.height),Ve&&Rt(S,se,Te,F)):t.texImage2D(i.TEXTURE_2D,0,ie,se.width,se.height,0,Te,F,se.data);else if(S.isCompressedTexture)if(S.isCompressedArrayTexture){xe&&Ae&&t.texStorage3D(i.TEXTURE_2D_ARRAY,nt,ie,Re[0].width,Re[0].height,se.depth);for(let ve=0,qe=Re.length;ve<qe;ve++)if(Q=Re[ve],S.format!==Pt)if(Te!==null)if(xe){if(Ve)if(S.layerUpdates.size>0){let tt=Al(Q.width,Q.height,S.format,S.type);for(let Le of S.layerUpdates){let _t=Q.data.subarray(Le*tt/Q.data.BYTES_PER_ELEMENT,(Le+1)*tt/Q.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,ve,0,0,Le,Q.width,Q.height,1,Te,_t)}}else t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,ve,0,0,0,Q.width,Q.height,se.depth,Te,Q.data)}else t.compressedTexImage3D(i.TEXTURE_2D_ARRAY,ve,ie,Q.width,Q.height,se.depth,0,Q.data,0,0);else Ze("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else xe?Ve&&t.texSubImage3D(i.TEXTURE_2D_ARRAY,ve,0,0,0,Q.width,Q.height,se.depth,Te,F,Q.data):t.texImage3D(i.TEXTURE_2D_ARRAY,ve,ie,Q.width,Q.height,se.depth,0,Te,F,Q.data);S.layerUpdates.size>0&&S.clearLayerUpdates()}else{xe&&Ae&&t.texStorage2D(i.TEXTURE_2D,nt,ie,Re[0].width,Re[0].height);for(let ve=0,qe=Re.length;ve<qe;ve++)Q=Re[ve],S.format!==Pt?Te!==null?xe?Ve&&t.compressedTexSubImage2D(i.TEXTURE_2D,ve,0,0,Q.width,Q.height,Te,Q.data):t.compressedTexImage2D(i.TEXTURE_2D,ve,ie,Q.width,Q.height,0,Q.data):Ze("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):xe?Ve&&t.texSubImage2D(i.TEXTURE_2D,ve,0,0,Q.width,Q.height,Te,F,Q.data):t.texImage2D(i.TEXTURE_2D,ve,ie,Q.width,Q.height,0,Te,F,Q.data)}else if(S.isDataArrayTexture)if(xe){if(Ae&&t.texStorage3D(i.TEXTURE_2D_ARRAY,nt,ie,se.width,se.height,se.depth),Ve)if(S.layerUpdates.size>0){let ve=Al(se.width,se.height,S.format,S.type);for(let qe of S.layerUpdates){let tt=se.data.subarray(qe*ve/se.data.BYTES_PER_ELEMENT,(qe+1)*ve/se.data.BYTES_PER_ELEMENT);t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,qe,se.width,se.height,1,Te,F,tt)}S.clearLayerUpdates()}else t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,0,se.width,se.height,se.depth,Te,F,se.data)}else t.texImage3D(i.TEXTURE_2D_ARRAY,0,ie,se.width,se.height,se.depth,0,Te,F,se.data);else if(S.isData3DTexture)xe?(Ae&&t.texStorage3D(i.TEXTURE_3D,nt,ie,se.width,se.height,se.depth),Ve&&t.texSubImage3D(i.TEXTURE_3D,0,0,0,0,se.width,se.height,se.depth,Te,F,se.data)):t.texImage3D(i.TEXTURE_3D,0,ie,se.width,se.height,se.depth,0,Te,F,se.data);else if(S.isFramebufferTexture){if(Ae)if(xe)t.texStorage2D(i.TEXTURE_2D,nt,ie,se.width,se.height);else{let ve=se.width,qe=se.height;for(let tt=0;tt<nt;tt++)t.texImage2D(i.TEXTURE_2D,tt,ie,ve,qe,0,Te,F,null),ve>>=1,qe>>=1}}else if(S.isHTMLTexture){if("texElementImage2D"in i){let ve=i.canvas;if(ve.hasAttribute("layoutsubtree")||ve.setAttribute("layoutsubtree","true"),se.parentNode!==ve){ve.appendChild(se),p.add(S),ve.onpaint=qe=>{let tt=qe.changedElements;for(let Le of p)tt.includes(Le.image)&&(Le.needsUpdate=!0)},ve.requestPaint();return}if(i.texElementImage2D.length===3)i.texElementImage2D(i.TEXTURE_2D,i.RGBA8,se);else{let tt=i.RGBA,Le=i.RGBA,_t=i.UNSIGNED_BYTE;i.texElementImage2D(i.TEXTURE_2D,0,tt,Le,_t,se)}i.texParameteri(i.TEXTURE_2D,i.TEXTURE_MIN_FILTER,i.LINEAR),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_S,i.CLAMP_TO_EDGE),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_T,i.CLAMP_TO_EDGE)}}else if(Re.length>0){if(xe&&Ae){let ve=ke(Re[0]);t.texStorage2D(i.TEXTURE_2D,nt,ie,ve.width,ve.height)}for(let ve=0,qe=Re.length;ve<qe;ve++)Q=Re[ve],xe?Ve&&t.texSubImage2D(i.TEXTURE_2D,ve,0,0,Te,F,Q):t.texImage2D(i.TEXTURE_2D,ve,ie,Te,F,Q);S.generateMipmaps=!1}else if(xe){if(Ae){let ve=ke(se);t.texStorage2D(i.TEXTURE_2D,nt,ie,ve.width,ve.height)}Ve&&t.texSubImage2D(i.TEXTURE_2D,0,0,0,Te,F,se)}else t.texImage2D(i.TEXTURE_2D,0,ie,Te,F,se);N(S)&&S.mipmapsAutoUpdate===!0&&P(_e),Ie.__version=Ee.version,S.onUpdate&&S.onUpdate(S)}C.__version=S.version}function Ct(C,S,Y){if(S.image.length!==6)return;let _e=lt(C,S),le=S.source;t.bindTexture(i.TEXTURE_CUBE_MAP,C.__webglTexture,i.TEXTURE0+Y);let Ee=n.get(le);if(le.version!==Ee.__version||_e===!0){t.activeTexture(i.TEXTURE0+Y);let Ie=ct.getPrimaries(ct.workingColorSpace),te=S.colorSpace===En?null:ct.getPrimaries(S.colorSpace),se=S.colorSpace===En||Ie===te?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,S.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,S.premultiplyAlpha),t.pixelStorei(i.UNPACK_ALIGNMENT,S.unpackAlignment),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,se);let Te=S.isCompressedTexture||S.image[0].isCompressedTexture,F=S.image[0]&&S.image[0].isDataTexture,ie=[];for(let Le=0;Le<6;Le++)!Te&&!F?ie[Le]=R(S.image[Le],!0,s.maxCubemapSize):ie[Le]=F?S.image[Le].image:S.image[Le],ie[Le]=Ue(S,ie[Le]);let Q=ie[0],Re=r.convert(S.format,S.colorSpace),xe=r.convert(S.type),Ae=L(S.internalFormat,Re,xe,S.normalized,S.colorSpace),Ve=S.isVideoTexture!==!0,nt=Ee.__version===void 0||_e===!0,ve=le.dataReady,qe=E(S,Q);ot(i.TEXTURE_CUBE_MAP,S);let tt;if(S.isDepthTexture){if(Ae=v(S.format===Yn,S.type),nt)if(Ve)t.texStorage2D(i.TEXTURE_CUBE_MAP,1,Ae,Q.width,Q.height);else for(let Le=0;Le<6;Le++)t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Le,0,Ae,Q.width,Q.height,0,Re,xe,null)}else if(Te){Ve&&nt&&t.texStorage2D(i.TEXTURE_CUBE_MAP,qe,Ae,Q.width,Q.height);for(let Le=0;Le<6;Le++){tt=ie[Le].mipmaps;for(let _t=0;_t<tt.length;_t++){let Lt=tt[_t];S.format!==Pt?Re!==null?Ve?ve&&t.compressedTexSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Le,_t,0,0,Lt.width,Lt.height,Re,Lt.data):t.compressedTexImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Le,_t,Ae,Lt.width,Lt.height,0,Lt.data):Ze("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Ve?ve&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Le,_t,0,0,Lt.width,Lt.height,Re,xe,Lt.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Le,_t,Ae,Lt.width,Lt.height,0,Re,xe,Lt.data)}}}else{if(tt=S.mipmaps,Ve&&nt){tt.length>0&&qe++;let Le=ke(ie[0]);t.texStorage2D(i.TEXTURE_CUBE_MAP,qe,Ae,Le.width,Le.height)}for(let Le=0;Le<6;Le++)if(F){Ve?ve&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Le,0,0,0,ie[Le].width,ie[Le].height,Re,xe,ie[Le].data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Le,0,Ae,ie[Le].width,ie[Le].height,0,Re,xe,ie[Le].data);for(let _t=0;_t<tt.length;_t++){let Rn=tt[_t].image[Le].image;Ve?ve&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Le,_t+1,0,0,Rn.width,Rn.height,Re,xe,Rn.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Le,_t+1,Ae,Rn.width,Rn.height,0,Re,xe,Rn.data)}}else{Ve?ve&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Le,0,0,0,Re,xe,ie[Le]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Le,0,Ae,Re,xe,ie[Le]);for(let _t=0;_t<tt.length;_t++){let Lt=tt[_t];Ve?ve&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Le,_t+1,0,0,Re,xe,Lt.image[Le]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Le,_t+1,Ae,Re,xe,Lt.image[Le])}}}N(S)&&S.mipmapsAutoUpdate===!0&&P(i.TEXTURE_CUBE_MAP),Ee.__version=le.version,S.onUpdate&&S.onUpdate(S)}C.__version=S.version}function ft(C,S,Y,_e,le,Ee){let Ie=r.convert(Y.format,Y.colorSpace),te=r.convert(Y.type),se=L(Y.internalFormat,Ie,te,Y.normalized,Y.colorSpace),Te=n.get(S),F=n.get(Y);if(F.__renderTarget=S,!Te.__hasExternalTextures){let ie=Math.max(1,S.width>>Ee),Q=Math.max(1,S.height>>Ee);le===i.TEXTURE_3D||le===i.TEXTURE_2D_ARRAY?t.texImage3D(le,Ee,se,ie,Q,S.depth,0,Ie,te,null):t.texImage2D(le,Ee,se,ie,Q,0,Ie,te,null)}t.bindFramebuffer(i.FRAMEBUFFER,C),oe(S)?o.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,_e,le,F.__webglTexture,0,Fe(S)):(le===i.TEXTURE_2D||le>=i.TEXTURE_CUBE_MAP_POSITIVE_X&&le<=i.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&i.framebufferTexture2D(i.FRAMEBUFFER,_e,le,F.__webglTexture,Ee),t.bindFramebuffer(i.FRAMEBUFFER,null)}function Vt(C,S,Y){if(i.bindRenderbuffer(i.RENDERBUFFER,C),S.depthBuffer){let _e=S.depthTexture,le=_e&&_e.isDepthTexture?_e.type:null,Ee=v(S.stencilBuffer,le),Ie=S.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;oe(S)?o.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,Fe(S),Ee,S.width,S.height):Y?i.renderbufferStorageMultisample(i.RENDERBUFFER,Fe(S),Ee,S.width,S.height):i.renderbufferStorage(i.RENDERBUFFER,Ee,S.width,S.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,Ie,i.RENDERBUFFER,C)}else{let _e=S.textures;for(let le=0;le<_e.length;le++){let Ee=_e[le],Ie=r.convert(Ee.format,Ee.colorSpace),te=r.convert(Ee.type),se=L(Ee.internalFormat,Ie,te,Ee.normalized,Ee.colorSpace);oe(S)?o.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,Fe(S),se,S.width,S.height):Y?i.renderbufferStorageMultisample(i.RENDERBUFFER,Fe(S),se,S.width,S.height):i.renderbufferStorage(i.RENDERBUFFER,se,S.width,S.height)}}i.bindRenderbuffer(i.RENDERBUFFER,null)}function Et(C,S,Y){let _e=S.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(i.FRAMEBUFFER,C),!(S.depthTexture&&S.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let le=n.get(S.depthTexture);le.__renderTarget=S;let Ee=_e?S.depthTexture.image[0]:S.depthTexture.image;(!le.__webglTexture||Ee.width!==S.width||Ee.height!==S.height)&&(Ee.width=S.width,Ee.height=S.height,S.depthTexture.needsUpdate=!0),_e?de(S.depthTexture,0):be(S.depthTexture,0);let Ie=le.__webglTexture,te=Fe(S),se=_e?i.TEXTURE_CUBE_MAP_POSITIVE_X+Y:i.TEXTURE_2D,Te=S.depthTexture.format===Yn?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;if(S.depthTexture.format===qn)oe(S)?o.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,Te,se,Ie,0,te):i.framebufferTexture2D(i.FRAMEBUFFER,Te,se,Ie,0);else if(S.depthTexture.format===Yn)oe(S)?o.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,Te,se,Ie,0,te):i.framebufferTexture2D(i.FRAMEBUFFER,Te,se,Ie,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function zt(C){let S=n.get(C),Y=C.isWebGLCubeRenderTarget===!0;if(S.__boundDepthTexture!==C.depthTexture){let _e=C.depthTexture;if(S.__depthDisposeCallback&&S.__depthDisposeCallback(),_e){let le=()=>{delete S.__boundDepthTexture,delete S.__depthDisposeCallback,_e.removeEventListener("dispose",le)};_e.addEventListener("dispose",le),S.__depthDisposeCallback=le}S.__boundDepthTexture=_e}if(C.depthTexture&&!S.__autoAllocateDepthBuffer)if(Y)for(let _e=0;_e<6;_e++)Et(S.__webglFramebuffer[_e],C,_e);else C.texture.mipmaps.length>0?Et(S.__webglFramebuffer[0],C,0):Et(S.__webglFramebuffer,C,0);else if(Y){S.__webglDepthbuffer=[];for(let _e=0;_e<6;_e++)if(t.bindFramebuffer(i.FRAMEBUFFER,S.__webglFramebuffer[_e]),S.__webglDepthbuffer[_e]===void 0)S.__webglDepthbuffer[_e]=i.createRenderbuffer(),Vt(S.__webglDepthbuffer[_e],C,!1);else{let le=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,Ee=S.__webglDepthbuffer[_e];i.bindRenderbuffer(i.RENDERBUFFER,Ee),i.framebufferRenderbuffer(i.FRAMEBUFFER,le,i.RENDERBUFFER,Ee)}}else if(C.texture.mipmaps.length>0?t.bindFramebuffer(i.FRAMEBUFFER,S.__webglFramebuffer[0]):t.bindFramebuffer(i.FRAMEBUFFER,S.__webglFramebuffer),S.__webglDepthbuffer===void 0)S.__webglDepthbuffer=i.createRenderbuffer(),Vt(S.__webglDepthbuffer,C,!1);else{let le=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,Ee=S.__webglDepthbuffer;i.bindRenderbuffer(i.RENDERBUFFER,Ee),i.framebufferRenderbuffer(i.FRAMEBUFFER,le,i.RENDERBUFFER,Ee)}t.bindFramebuffer(i.FRAMEBUFFER,null)}function Wt(C,S,Y){let _e=n.get(C);S!==void 0&&ft(_e.__webglFramebuffer,C,C.texture,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,0),Y!==void 0&&zt(C)}function Xt(C){let S=C.texture,Y=n.get(C),_e=n.get(S);C.addEventListener("dispose",X),k(C);let le=C.textures,Ee=C.isWebGLCubeRenderTarget===!0,Ie=le.length>1;if(Ie||(_e.__webglTexture===void 0&&(_e.__webglTexture=i.createTexture()),_e.__version=S.version,a.memory.textures++),Ee){Y.__webglFramebuffer=[];for(let te=0;te<6;te++)if(S.mipmaps.length>0){Y.__webglFramebuffer[te]=[];for(let se=0;se<S.mipmaps.length;se++)Y.__webglFramebuffer[te][se]=i.createFramebuffer()}else Y.__webglFramebuffer[te]=i.createFramebuffer()}else{if(S.mipmaps.length>0){Y.__webglFramebuffer=[];for(let te=0;te<S.mipmaps.length;te++)Y.__webglFramebuffer[te]=i.createFramebuffer()}else Y.__webglFramebuffer=i.createFramebuffer();if(Ie)for(let te=0,se=le.length;te<se;te++){let Te=n.get(le[te]);Te.__webglTexture===void 0&&(Te.__webglTexture=i.createTexture(),a.memory.textures++)}if(C.samples>0&&oe(C)===!1){Y.__webglMultisampledFramebuffer=i.createFramebuffer(),Y.__webglColorRenderbuffer=[],t.bindFramebuffer(i.FRAMEBUFFER,Y.__webglMultisampledFramebuffer);for(let te=0;te<le.length;te++){let se=le[te];Y.__webglColorRenderbuffer[te]=i.createRenderbuffer(),i.bindRenderbuffer(i.RENDERBUFFER,Y.__webglColorRenderbuffer[te]);let Te=r.convert(se.format,se.colorSpace),F=r.convert(se.type),ie=L(se.internalFormat,Te,F,se.normalized,se.colorSpace,C.isXRRenderTarget===!0),Q=Fe(C);i.renderbufferStorageMultisample(i.RENDERBUFFER,Q,ie,C.width,C.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+te,i.RENDERBUFFER,Y.__webglColorRenderbuffer[te])}i.bindRenderbuffer(i.RENDERBUFFER,null),C.depthBuffer&&(Y.__webglDepthRenderbuffer=i.createRenderbuffer(),Vt(Y.__webglDepthRenderbuffer,C,!0)),t.bindFramebuffer(i.FRAMEBUFFER,null)}}if(Ee){t.bindTexture(i.TEXTURE_CUBE_MAP,_e.__webglTexture),ot(i.TEXTURE_CUBE_MAP,S);for(let te=0;te<6;te++)if(S.mipmaps.length>0)for(let se=0;se<S.mipmaps.length;se++)ft(Y.__webglFramebuffer[te][se],C,S,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+te,se);else ft(Y.__webglFramebuffer[te],C,S,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+te,0);N(S)?P(i.TEXTURE_CUBE_MAP):S.mipmaps.length>0&&i.texParameteri(i.TEXTURE_CUBE_MAP,i.TEXTURE_MAX_LEVEL,S.mipmaps.length-1),t.unbindTexture()}else if(Ie){for(let te=0,se=le.length;te<se;te++){let Te=le[te],F=n.get(Te),ie=i.TEXTURE_2D;(C.isWebGL3DRenderTarget||C.isWebGLArrayRenderTarget)&&(ie=C.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(ie,F.__webglTexture),ot(ie,Te),ft(Y.__webglFramebuffer,C,Te,i.COLOR_ATTACHMENT0+te,ie,0),N(Te)&&P(ie)}t.unbindTexture()}else{let te=i.TEXTURE_2D;if((C.isWebGL3DRenderTarget||C.isWebGLArrayRenderTarget)&&(te=C.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(te,_e.__webglTexture),ot(te,S),S.mipmaps.length>0)for(let se=0;se<S.mipmaps.length;se++)ft(Y.__webglFramebuffer[se],C,S,i.COLOR_ATTACHMENT0,te,se);else ft(Y.__webglFramebuffer,C,S,i.COLOR_ATTACHMENT0,te,0);N(S)?P(te):S.mipmaps.length>0&&i.texParameteri(te,i.TEXTURE_MAX_LEVEL,S.mipmaps.length-1),t.unbindTexture()}C.depthBuffer&&zt(C)}function b(C){let S=C.textures;for(let Y=0,_e=S.length;Y<_e;Y++){let le=S[Y];if(N(le)&&le.mipmapsAutoUpdate===!0){let Ee=U(C),Ie=n.get(le).__webglTexture;t.bindTexture(Ee,Ie),P(Ee),t.unbindTexture()}}}let me=[];function we(C){if(C.samples>0){if(oe(C)===!1){let S=C.textures,Y=C.width,_e=C.height,le=i.COLOR_BUFFER_BIT,Ee=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,Ie=n.get(C),te=S.length>1;if(te)for(let Te=0;Te<S.length;Te++)t.bindFramebuffer(i.FRAMEBUFFER,Ie.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+Te,i.RENDERBUFFER,null),t.bindFramebuffer(i.FRAMEBUFFER,Ie.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+Te,i.TEXTURE_2D,null,0);t.bindFramebuffer(i.READ_FRAMEBUFFER,Ie.__webglMultisampledFramebuffer),C.texture.mipmaps.length>0?t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Ie.__webglFramebuffer[0]):t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Ie.__webglFramebuffer);for(let Te=0;Te<S.length;Te++){if(C.resolveDepthBuffer&&(C.depthBuffer&&(le|=i.DEPTH_BUFFER_BIT),C.stencilBuffer&&C.resolveStencilBuffer&&(le|=i.STENCIL_BUFFER_BIT)),te){i.framebufferRenderbuffer(i.READ_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.RENDERBUFFER,Ie.__webglColorRenderbuffer[Te]);let F=n.get(S[Te]).__webglTexture;i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,F,0)}i.blitFramebuffer(0,0,Y,_e,0,0,Y,_e,le,i.NEAREST),c===!0&&(me.length=0,me.push(i.COLOR_ATTACHMENT0+Te),C.depthBuffer&&C.storeMultisampledDepthBuffer===!1&&me.push(Ee),i.invalidateFramebuffer(i.READ_FRAMEBUFFER,me))}if(t.bindFramebuffer(i.READ_FRAMEBUFFER,null),t.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),te)for(let Te=0;Te<S.length;Te++){t.bindFramebuffer(i.FRAMEBUFFER,Ie.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+Te,i.RENDERBUFFER,Ie.__webglColorRenderbuffer[Te]);let F=n.get(S[Te]).__webglTexture;t.bindFramebuffer(i.FRAMEBUFFER,Ie.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+Te,i.TEXTURE_2D,F,0)}t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Ie.__webglMultisampledFramebuffer)}else if(C.depthBuffer&&C.storeMultisampledDepthBuffer===!1&&c){let S=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;i.invalidateFramebuffer(i.DRAW_FRAMEBUFFER,[S])}}}function Fe(C){return Math.min(s.maxSamples,C.samples)}function oe(C){let S=n.get(C);return C.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&S.__useRenderToTexture!==!1}function Ge(C){let S=a.render.frame;d.get(C)!==S&&(d.set(C,S),C.update())}function Ue(C,S){let Y=C.colorSpace,_e=C.format,le=C.type;return C.isCompressedTexture===!0||C.isVideoTexture===!0||Y!==tn&&Y!==En&&(ct.getTransfer(Y)===vt?(_e!==Pt||le!==dn)&&Ze("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):je("WebGLTextures: Unsupported texture color space:",Y)),S}function ke(C){return typeof HTMLImageElement<"u"&&C instanceof HTMLImageElement?(h.width=C.naturalWidth||C.width,h.height=C.naturalHeight||C.height):typeof VideoFrame<"u"&&C instanceof VideoFrame?(h.width=C.displayWidth,h.height=C.displayHeight):(h.width=C.width,h.height=C.height),h}this.allocateTextureUnit=Ne,this.resetTextureUnits=ae,this.getTextureUnits=ce,this.setTextureUnits=Se,this.setTexture2D=be,this.setTexture2DArray=Be,this.setTexture3D=He,this.setTextureCube=de,this.rebindTextures=Wt,this.setupRenderTarget=Xt,this.updateRenderTargetMipmap=b,this.updateMultisampleRenderTarget=we,this.setupDepthRenderbuffer=zt,this.setupFrameBufferTexture=ft,this.useMultisampledRTT=oe,this.dispose=Z}function Fg(i,e){function t(n,s=En){let r,a=ct.getTransfer(s);if(n===dn)return i.UNSIGNED_BYTE;if(n===ba)return i.UNSIGNED_SHORT_4_4_4_4;if(n===wa)return i.UNSIGNED_SHORT_5_5_5_1;if(n===pl)return i.UNSIGNED_INT_5_9_9_9_REV;if(n===ml)return i.UNSIGNED_INT_10F_11F_11F_REV;if(n===fl)return i.BYTE;if(n===dl)return i.SHORT;if(n===rs)return i.UNSIGNED_SHORT;if(n===Ma)return i.INT;if(n===wn)return i.UNSIGNED_INT;if(n===Nt)return i.FLOAT;if(n===wt)return i.HALF_FLOAT;if(n===gl)return i.ALPHA;if(n===_l)return i.RGB;if(n===Pt)return i.RGBA;if(n===qn)return i.DEPTH_COMPONENT;if(n===Yn)return i.DEPTH_STENCIL;if(n===ui)return i.RED;if(n===Ea)return i.RED_INTEGER;if(n===ln)return i.RG;if(n===Ta)return i.RG_INTEGER;if(n===Aa)return i.RGBA_INTEGER;if(n===Gs||n===Vs||n===Ws||n===Xs)if(a===vt)if(r=e.get("WEBGL_compressed_texture_s3tc_srgb"),r!==null){if(n===Gs)return r.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(n===Vs)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(n===Ws)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(n===Xs)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(r=e.get("WEBGL_compressed_texture_s3tc"),r!==null){if(n===Gs)return r.COMPRESSED_RGB_S3TC_DXT1_EXT;if(n===Vs)return r.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(n===Ws)return r.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(n===Xs)return r.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(n===Ra||n===Ca||n===Ia||n===Pa)if(r=e.get("WEBGL_compressed_texture_pvrtc"),r!==null){if(n===Ra)return r.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(n===Ca)return r.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(n===Ia)return r.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(n===Pa)return r.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(n===La||n===Da||n===Na||n===Ua||n===Fa||n===qs||n===Oa)if(r=e.get("WEBGL_compressed_texture_etc"),r!==null){if(n===La||n===Da)return a===vt?r.COMPRESSED_SRGB8_ETC2:r.COMPRESSED_RGB8_ETC2;if(n===Na)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:r.COMPRESSED_RGBA8_ETC2_EAC;if(n===Ua)return r.COMPRESSED_R11_EAC;if(n===Fa)return r.COMPRESSED_SIGNED_R11_EAC;if(n===qs)return r.COMPRESSED_RG11_EAC;if(n===Oa)return r.COMPRESSED_SIGNED_RG11_EAC}else return null;if(n===Ba||n===za||n===ka||n===Ha||n===Ga||n===Va||n===Wa||n===Xa||n===qa||n===Ya||n===Za||n===$a||n===Ja||n===Ka)if(r=e.get("WEBGL_compressed_texture_astc"),r!==null){if(n===Ba)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:r.COMPRESSED_RGBA_ASTC_4x4_KHR;if(n===za)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:r.COMPRESSED_RGBA_ASTC_5x4_KHR;if(n===ka)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:r.COMPRESSED_RGBA_ASTC_5x5_KHR;if(n===Ha)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:r.COMPRESSED_RGBA_ASTC_6x5_KHR;if(n===Ga)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:r.COMPRESSED_RGBA_ASTC_6x6_KHR;if(n===Va)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:r.COMPRESSED_RGBA_ASTC_8x5_KHR;if(n===Wa)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:r.COMPRESSED_RGBA_ASTC_8x6_KHR;if(n===Xa)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:r.COMPRESSED_RGBA_ASTC_8x8_KHR;if(n===qa)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:r.COMPRESSED_RGBA_ASTC_10x5_KHR;if(n===Ya)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:r.COMPRESSED_RGBA_ASTC_10x6_KHR;if(n===Za)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:r.COMPRESSED_RGBA_ASTC_10x8_KHR;if(n===$a)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:r.COMPRESSED_RGBA_ASTC_10x10_KHR;if(n===Ja)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:r.COMPRESSED_RGBA_ASTC_12x10_KHR;if(n===Ka)return a===vt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:r.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(n===Qa||n===ja||n===eo)if(r=e.get("EXT_texture_compression_bptc"),r!==null){if(n===Qa)return a===vt?r.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:r.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(n===ja)return r.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(n===eo)return r.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(n===to||n===no||n===Ys||n===io)if(r=e.get("EXT_texture_compression_rgtc"),r!==null){if(n===to)return r.COMPRESSED_RED_RGTC1_EXT;if(n===no)return r.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(n===Ys)return r.COMPRESSED_RED_GREEN_RGTC2_EXT;if(n===io)return r.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return n===Ai?i.UNSIGNED_INT_24_8:i[n]!==void 0?i[n]:null}return{convert:t}}var Og=`
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

}`,Fl=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let n=new Ns(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=n}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,n=new Dn({vertexShader:Og,fragmentShader:Bg,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new an(new Us(20,20),n)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},Ol=class extends Ln{constructor(e,t){super();let n=this,s=null,r=1,a=null,o="local-floor",c=1,h=null,d=null,p=null,f=null,g=null,y=null,T=typeof XRWebGLBinding<"u",_=new Fl,x={},R=t.getContextAttributes(),N=null,P=null,U=[],L=[],v=new dt,E=null,k=null,O=new Gt;O.viewport=new bt;let B=new Gt;B.viewport=new bt;let X=[O,B],K=new xa,D=null,Z=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(ne){let be=U[ne];return be===void 0&&(be=new Ji,U[ne]=be),be.getTargetRaySpace()},this.getControllerGrip=function(ne){let be=U[ne];return be===void 0&&(be=new Ji,U[ne]=be),be.getGripSpace()},this.getHand=function(ne){let be=U[ne];return be===void 0&&(be=new Ji,U[ne]=be),be.getHandSpace()};function q(ne){let be=L.indexOf(ne.inputSource);if(be===-1)return;let Be=U[be];Be!==void 0&&(Be.update(ne.inputSource,ne.frame,h||a),Be.dispatchEvent({type:ne.type,data:ne.inputSource}))}function J(){s.removeEventListener("select",q),s.removeEventListener("selectstart",q),s.removeEventListener("selectend",q),s.removeEventListener("squeeze",q),s.removeEventListener("squeezestart",q),s.removeEventListener("squeezeend",q),s.removeEventListener("end",J),s.removeEventListener("inputsourceschange",fe);for(let ne=0;ne<U.length;ne++){let be=L[ne];be!==null&&(L[ne]=null,U[ne].disconnect(be))}D=null,Z=null,_.reset();for(let ne in x)delete x[ne];if(e.setRenderTarget(N),g=null,f=null,p=null,s=null,P=null,Ne.stop(),n.isPresenting=!1,e.setPixelRatio(E),e.setSize(v.width,v.height,!1),k!==null){let ne=k.camera;ne.fov=k.fov,ne.zoom=k.zoom,ne.updateProjectionMatrix(),k=null}n.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(ne){r=ne,n.isPresenting===!0&&Ze("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(ne){o=ne,n.isPresenting===!0&&Ze("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return h||a},this.setReferenceSpace=function(ne){h=ne},this.getBaseLayer=function(){return f!==null?f:g},this.getBinding=function(){return p===null&&T&&(p=new XRWebGLBinding(s,t)),p},this.getFrame=function(){return y},this.getSession=function(){return s},this.setSession=async function(ne){if(s=ne,s!==null){if(N=e.getRenderTarget(),s.addEventListener("select",q),s.addEventListener("selectstart",q),s.addEventListener("selectend",q),s.addEventListener("squeeze",q),s.addEventListener("squeezestart",q),s.addEventListener("squeezeend",q),s.addEventListener("end",J),s.addEventListener("inputsourceschange",fe),R.xrCompatible!==!0&&await t.makeXRCompatible(),E=e.getPixelRatio(),e.getSize(v),T&&"createProjectionLayer"in XRWebGLBinding.prototype){let Be=null,He=null,de=null;R.depth&&(de=R.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,Be=R.stencil?Yn:qn,He=R.stencil?Ai:wn);let We={colorFormat:t.RGBA8,depthFormat:de,scaleFactor:r};p=this.getBinding(),f=p.createProjectionLayer(We),s.updateRenderState({layers:[f]}),e.setPixelRatio(1),e.setSize(f.textureWidth,f.textureHeight,!1),P=new Kt(f.textureWidth,f.textureHeight,{format:Pt,type:dn,depthTexture:new bn(f.textureWidth,f.textureHeight,He,void 0,void 0,void 0,void 0,void 0,void 0,Be),stencilBuffer:R.stencil,colorSpace:e.outputColorSpace,samples:R.antialias?4:0,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}else{let Be={antialias:R.antialias,alpha:!0,depth:R.depth,stencil:R.stencil,framebufferScaleFactor:r};g=new XRWebGLLayer(s,t,Be),s.updateRenderState({baseLayer:g}),e.setPixelRatio(1),e.setSize(g.framebufferWidth,g.framebufferHeight,!1),P=new Kt(g.framebufferWidth,g.framebufferHeight,{format:Pt,type:dn,colorSpace:e.outputColorSpace,stencilBuffer:R.stencil,resolveDepthBuffer:g.ignoreDepthValues===!1,resolveStencilBuffer:g.ignoreDepthValues===!1,storeMultisampledDepthBuffer:g.ignoreDepthValues===!1,storeMultisampledStencilBuffer:g.ignoreDepthValues===!1})}P.isXRRenderTarget=!0,this.setFoveation(c),h=null,a=await s.requestReferenceSpace(o),Ne.setContext(s),Ne.start(),n.isPresenting=!0,n.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(s!==null)return s.environmentBlendMode},this.getDepthTexture=function(){return _.getDepthTexture()};function fe(ne){for(let be=0;be<ne.removed.length;be++){let Be=ne.removed[be],He=L.indexOf(Be);He>=0&&(L[He]=null,U[He].disconnect(Be))}for(let be=0;be<ne.added.length;be++){let Be=ne.added[be],He=L.indexOf(Be);if(He===-1){for(let We=0;We<U.length;We++)if(We>=L.length){L.push(Be),He=We;break}else if(L[We]===null){L[We]=Be,He=We;break}if(He===-1)break}let de=U[He];de&&de.connect(Be)}}function $(ne,be){be===null?ne.matrixWorld.copy(ne.matrix):ne.matrixWorld.multiplyMatrices(be.matrixWorld,ne.matrix),ne.matrixWorldInverse.copy(ne.matrixWorld).invert()}this.updateCamera=function(ne){if(s===null)return;let be=ne.near,Be=ne.far;_.texture!==null&&(_.depthNear>0&&(be=_.depthNear),_.depthFar>0&&(Be=_.depthFar)),K.near=B.near=O.near=be,K.far=B.far=O.far=Be,(D!==K.near||Z!==K.far)&&(s.updateRenderState({depthNear:K.near,depthFar:K.far}),D=K.near,Z=K.far),K.layers.mask=ne.layers.mask|6,O.layers.mask=K.layers.mask&-5,B.layers.mask=K.layers.mask&-3;let He=ne.parent,de=K.cameras;$(K,He);for(let We=0;We<de.length;We++)$(de[We],He);K.projectionMatrix.copy(O.projectionMatrix),K.projectionMatrixInverse.copy(O.projectionMatrixInverse),k===null&&ne.isPerspectiveCamera&&(k={camera:ne,fov:ne.fov,zoom:ne.zoom}),ae(ne,K,He)};function ae(ne,be,Be){Be===null?ne.matrix.copy(be.matrixWorld):(ne.matrix.copy(Be.matrixWorld),ne.matrix.invert(),ne.matrix.multiply(be.matrixWorld)),ne.matrix.decompose(ne.position,ne.quaternion,ne.scale),ne.updateMatrixWorld(!0),ne.projectionMatrix.copy(be.projectionMatrix),ne.projectionMatrixInverse.copy(be.projectionMatrixInverse),ne.isPerspectiveCamera&&(ne.fov=$r*2*Math.atan(1/ne.projectionMatrix.elements[5]),ne.zoom=1)}this.getCamera=function(){return K},this.getFoveation=function(){if(!(f===null&&g===null))return c},this.setFoveation=function(ne){c=ne,f!==null&&(f.fixedFoveation=ne),g!==null&&g.fixedFoveation!==void 0&&(g.fixedFoveation=ne)},this.hasDepthSensing=function(){return _.texture!==null},this.getDepthSensingMesh=function(){return _.getMesh(K)},this.getCameraTexture=function(ne){return x[ne]};let ce=null;function Se(ne,be){if(d=be.getViewerPose(h||a),y=be,d!==null){let Be=d.views;g!==null&&(e.setRenderTargetFramebuffer(P,g.framebuffer),e.setRenderTarget(P));let He=!1;Be.length!==K.cameras.length&&(K.cameras.length=0,He=!0);for(let Xe=0;Xe<Be.length;Xe++){let ot=Be[Xe],lt=null;if(g!==null)lt=g.getViewport(ot);else{let Rt=p.getViewSubImage(f,ot);lt=Rt.viewport,Xe===0&&(e.setRenderTargetTextures(P,Rt.colorTexture,Rt.depthStencilTexture),e.setRenderTarget(P))}let st=X[Xe];st===void 0&&(st=new Gt,st.layers.enable(Xe),st.viewport=new bt,X[Xe]=st),st.matrix.fromArray(ot.transform.matrix),st.matrix.decompose(st.position,st.quaternion,st.scale),st.projectionMatrix.fromArray(ot.projectionMatrix),st.projectionMatrixInverse.copy(st.projectionMatrix).invert(),st.viewport.set(lt.x,lt.y,lt.width,lt.height),Xe===0&&(K.matrix.copy(st.matrix),K.matrix.decompose(K.position,K.quaternion,K.scale)),He===!0&&K.cameras.push(st)}let de=s.enabledFeatures;if(de&&de.includes("depth-sensing")&&s.depthUsage=="gpu-optimized"&&T){p=n.getBinding();let Xe=p.getDepthInformation(Be[0]);Xe&&Xe.isValid&&Xe.texture&&_.init(Xe,s.renderState)}if(de&&de.includes("camera-access")&&T){e.state.unbindTexture(),p=n.getBinding();for(let Xe=0;Xe<Be.length;Xe++){let ot=Be[Xe].camera;if(ot){let lt=x[ot];lt||(lt=new Ns,x[ot]=lt);let st=p.getCameraImage(ot);lt.sourceTexture=st}}}}for(let Be=0;Be<U.length;Be++){let He=L[Be],de=U[Be];He!==null&&de!==void 0&&de.update(He,be,h||a)}ce&&ce(ne,be),be.detectedPlanes&&n.dispatchEvent({type:"planesdetected",data:be}),y=null}let Ne=new Rh;Ne.setAnimationLoop(Se),this.setAnimationLoop=function(ne){ce=ne},this.dispose=function(){}}},zg=new gt,Bh=new et;Bh.set(-1,0,0,0,1,0,0,0,1);function kg(i,e){function t(_,x){_.matrixAutoUpdate===!0&&_.updateMatrix(),x.value.copy(_.matrix)}function n(_,x){x.color.getRGB(_.fogColor.value,wl(i)),x.isFog?(_.fogNear.value=x.near,_.fogFar.value=x.far):x.isFogExp2&&(_.fogDensity.value=x.density)}function s(_,x,R,N,P){x.isNodeMaterial?x.uniformsNeedUpdate=!1:x.isMeshBasicMaterial?r(_,x):x.isMeshLambertMaterial?(r(_,x),x.envMap&&(_.envMapIntensity.value=x.envMapIntensity)):x.isMeshToonMaterial?(r(_,x),p(_,x)):x.isMeshPhongMaterial?(r(_,x),d(_,x),x.envMap&&(_.envMapIntensity.value=x.envMapIntensity)):x.isMeshStandardMaterial?(r(_,x),f(_,x),x.isMeshPhysicalMaterial&&g(_,x,P)):x.isMeshMatcapMaterial?(r(_,x),y(_,x)):x.isMeshDepthMaterial?r(_,x):x.isMeshDistanceMaterial?(r(_,x),T(_,x)):x.isMeshNormalMaterial?r(_,x):x.isLineBasicMaterial?(a(_,x),x.isLineDashedMaterial&&o(_,x)):x.isPointsMaterial?c(_,x,R,N):x.isSpriteMaterial?h(_,x):x.isShadowMaterial?(_.color.value.copy(x.color),_.opacity.value=x.opacity):x.isShaderMaterial&&(x.uniformsNeedUpdate=!1)}function r(_,x){_.opacity.value=x.opacity,x.color&&_.diffuse.value.copy(x.color),x.emissive&&_.emissive.value.copy(x.emissive).multiplyScalar(x.emissiveIntensity),x.map&&(_.map.value=x.map,t(x.map,_.mapTransform)),x.alphaMap&&(_.alphaMap.value=x.alphaMap,t(x.alphaMap,_.alphaMapTransform)),x.bumpMap&&(_.bumpMap.value=x.bumpMap,t(x.bumpMap,_.bumpMapTransform),_.bumpScale.value=x.bumpScale,x.side===nn&&(_.bumpScale.value*=-1)),x.normalMap&&(_.normalMap.value=x.normalMap,t(x.normalMap,_.normalMapTransform),_.normalScale.value.copy(x.normalScale),x.side===nn&&_.normalScale.value.negate()),x.displacementMap&&(_.displacementMap.value=x.displacementMap,t(x.displacementMap,_.displacementMapTransform),_.displacementScale.value=x.displacementScale,_.displacementBias.value=x.displacementBias),x.emissiveMap&&(_.emissiveMap.value=x.emissiveMap,t(x.emissiveMap,_.emissiveMapTransform)),x.specularMap&&(_.specularMap.value=x.specularMap,t(x.specularMap,_.specularMapTransform)),x.alphaTest>0&&(_.alphaTest.value=x.alphaTest);let R=e.get(x),N=R.envMap,P=R.envMapRotation;N&&(_.envMap.value=N,_.envMapRotation.value.setFromMatrix4(zg.makeRotationFromEuler(P)).transpose(),N.isCubeTexture&&N.isRenderTargetTexture===!1&&_.envMapRotation.value.premultiply(Bh),_.reflectivity.value=x.reflectivity,_.ior.value=x.ior,_.refractionRatio.value=x.refractionRatio),x.lightMap&&(_.lightMap.value=x.lightMap,_.lightMapIntensity.value=x.lightMapIntensity,t(x.lightMap,_.lightMapTransform)),x.aoMap&&(_.aoMap.value=x.aoMap,_.aoMapIntensity.value=x.aoMapIntensity,t(x.aoMap,_.aoMapTransform))}function a(_,x){_.diffuse.value.copy(x.color),_.opacity.value=x.opacity,x.map&&(_.map.value=x.map,t(x.map,_.mapTransform))}function o(_,x){_.dashSize.value=x.dashSize,_.totalSize.value=x.dashSize+x.gapSize,_.scale.value=x.scale}function c(_,x,R,N){_.diffuse.value.copy(x.color),_.opacity.value=x.opacity,_.size.value=x.size*R,_.scale.value=N*.5,x.map&&(_.map.value=x.map,t(x.map,_.uvTransform)),x.alphaMap&&(_.alphaMap.value=x.alphaMap,t(x.alphaMap,_.alphaMapTransform)),x.alphaTest>0&&(_.alphaTest.value=x.alphaTest)}function h(_,x){_.diffuse.value.copy(x.color),_.opacity.value=x.opacity,_.rotation.value=x.rotation,x.map&&(_.map.value=x.map,t(x.map,_.mapTransform)),x.alphaMap&&(_.alphaMap.value=x.alphaMap,t(x.alphaMap,_.alphaMapTransform)),x.alphaTest>0&&(_.alphaTest.value=x.alphaTest)}function d(_,x){_.specular.value.copy(x.specular),_.shininess.value=Math.max(x.shininess,1e-4)}function p(_,x){x.gradientMap&&(_.gradientMap.value=x.gradientMap)}function f(_,x){_.metalness.value=x.metalness,x.metalnessMap&&(_.metalnessMap.value=x.metalnessMap,t(x.metalnessMap,_.metalnessMapTransform)),_.roughness.value=x.roughness,x.roughnessMap&&(_.roughnessMap.value=x.roughnessMap,t(x.roughnessMap,_.roughnessMapTransform)),x.envMap&&(_.envMapIntensity.value=x.envMapIntensity)}function g(_,x,R){_.ior.value=x.ior,x.diffuseRoughness>0&&(_.diffuseRoughness.value=x.diffuseRoughness,x.diffuseRoughnessMap&&(_.diffuseRoughnessMap.value=x.diffuseRoughnessMap,t(x.diffuseRoughnessMap,_.diffuseRoughnessMapTransform))),x.sheen>0&&(_.sheenColor.value.copy(x.sheenColor).multiplyScalar(x.sheen),_.sheenRoughness.value=x.sheenRoughness,x.sheenColorMap&&(_.sheenColorMap.value=x.sheenColorMap,t(x.sheenColorMap,_.sheenColorMapTransform)),x.sheenRoughnessMap&&(_.sheenRoughnessMap.value=x.sheenRoughnessMap,t(x.sheenRoughnessMap,_.sheenRoughnessMapTransform))),x.clearcoat>0&&(_.clearcoat.value=x.clearcoat,_.clearcoatRoughness.value=x.clearcoatRoughness,x.clearcoatMap&&(_.clearcoatMap.value=x.clearcoatMap,t(x.clearcoatMap,_.clearcoatMapTransform)),x.clearcoatRoughnessMap&&(_.clearcoatRoughnessMap.value=x.clearcoatRoughnessMap,t(x.clearcoatRoughnessMap,_.clearcoatRoughnessMapTransform)),x.clearcoatNormalMap&&(_.clearcoatNormalMap.value=x.clearcoatNormalMap,t(x.clearcoatNormalMap,_.clearcoatNormalMapTransform),_.clearcoatNormalScale.value.copy(x.clearcoatNormalScale),x.side===nn&&_.clearcoatNormalScale.value.negate())),x.dispersion>0&&(_.dispersion.value=x.dispersion),x.retroreflectivity>0&&(_.retroreflectivity.value=x.retroreflectivity),x.iridescence>0&&(_.iridescence.value=x.iridescence,_.iridescenceIOR.value=x.iridescenceIOR,_.iridescenceThicknessMinimum.value=x.iridescenceThicknessMinimum,_.iridescenceThicknessMaximum.value=x.iridescenceThicknessMaximum,x.iridescenceMap&&(_.iridescenceMap.value=x.iridescenceMap,t(x.iridescenceMap,_.iridescenceMapTransform)),x.iridescenceThicknessMap&&(_.iridescenceThicknessMap.value=x.iridescenceThicknessMap,t(x.iridescenceThicknessMap,_.iridescenceThicknessMapTransform))),x.transmission>0&&(_.transmission.value=x.transmission,_.transmissionSamplerMap.value=R.texture,_.transmissionSamplerSize.value.set(R.width,R.height),x.transmissionMap&&(_.transmissionMap.value=x.transmissionMap,t(x.transmissionMap,_.transmissionMapTransform)),_.thickness.value=x.thickness,x.thicknessMap&&(_.thicknessMap.value=x.thicknessMap,t(x.thicknessMap,_.thicknessMapTransform)),_.attenuationDistance.value=x.attenuationDistance,_.attenuationColor.value.copy(x.attenuationColor)),x.anisotropy>0&&(_.anisotropyVector.value.set(x.anisotropy*Math.cos(x.anisotropyRotation),x.anisotropy*Math.sin(x.anisotropyRotation)),x.anisotropyMap&&(_.anisotropyMap.value=x.anisotropyMap,t(x.anisotropyMap,_.anisotropyMapTransform))),_.specularIntensity.value=x.specularIntensity,_.specularColor.value.copy(x.specularColor),x.specularColorMap&&(_.specularColorMap.value=x.specularColorMap,t(x.specularColorMap,_.specularColorMapTransform)),x.specularIntensityMap&&(_.specularIntensityMap.value=x.specularIntensityMap,t(x.specularIntensityMap,_.specularIntensityMapTransform))}function y(_,x){x.matcap&&(_.matcap.value=x.matcap)}function T(_,x){let R=e.get(x).light;_.referencePosition.value.setFromMatrixPosition(R.matrixWorld),_.nearDistance.value=R.shadow.camera.near,_.farDistance.value=R.shadow.camera.far}return{refreshFogUniforms:n,refreshMaterialUniforms:s}}function Hg(i,e,t,n){let s={},r={};function a(R,N){let P=N.program;n.uniformBlockBinding(R,P,s[R.id])}function o(R,N){let P=s[R.id];P===void 0&&(y(R),P=c(R),s[R.id]=P,R.addEventListener("dispose",_));let U=N.program;n.updateUBOMapping(R,U);let L=e.render.frame;r[R.id]!==L&&(h(R),r[R.id]=L)}function c(R){let N=i.createBuffer(),P=R.__size,U=R.usage;return i.bindBuffer(i.UNIFORM_BUFFER,N),i.bufferData(i.UNIFORM_BUFFER,P,U),i.bindBuffer(i.UNIFORM_BUFFER,null),N}function h(R){let N=s[R.id],P=R.uniforms,U=R.__cache;i.bindBuffer(i.UNIFORM_BUFFER,N);for(let L=0,v=P.length;L<v;L++){let E=P[L];if(Array.isArray(E))for(let k=0,O=E.length;k<O;k++)d(E[k],L,k,U);else d(E,L,0,U)}i.bindBuffer(i.UNIFORM_BUFFER,null)}function d(R,N,P,U){if(f(R,N,P,U)===!0){let L=R.__offset,v=R.value;if(Array.isArray(v)){let E=0;for(let k=0;k<v.length;k++){let O=v[k],B=T(O,!0);p(O,R.__data,E),E+=B.storage/Float32Array.BYTES_PER_ELEMENT}}else p(v,R.__data,0);i.bufferSubData(i.UNIFORM_BUFFER,L,R.__data)}}function p(R,N,P){typeof R=="number"||typeof R=="boolean"?N[P]=R:R.isMatrix3?(N[P]=R.elements[0],N[P+1]=R.elements[1],N[P+2]=R.elements[2],N[P+3]=0,N[P+4]=R.elements[3],N[P+5]=R.elements[4],N[P+6]=R.elements[5],N[P+7]=0,N[P+8]=R.elements[6],N[P+9]=R.elements[7],N[P+10]=R.elements[8],N[P+11]=0):ArrayBuffer.isView(R)?N.set(R.subarray(0,N.length-P),P):R.toArray(N,P)}function f(R,N,P,U){let L=R.value,v=N+"_"+P;if(Array.isArray(L)){U[v]===void 0&&(U[v]=[]);let E=U[v],k=!1;for(let O=0;O<L.length;O++)g(L[O],E,O)===!0&&(k=!0);return k}return g(L,U,v)}function g(R,N,P){if(N[P]===void 0)return typeof R=="number"||typeof R=="boolean"?N[P]=R:ArrayBuffer.isView(R)?N[P]=R.slice():N[P]=R.clone(),!0;{let U=N[P];if(typeof R=="number"||typeof R=="boolean"){if(U!==R)return N[P]=R,!0}else{if(ArrayBuffer.isView(R))return!0;if(U.equals(R)===!1)return U.copy(R),!0}}return!1}function y(R){let N=R.uniforms,P=0,U=16;for(let v=0,E=N.length;v<E;v++){let k=Array.isArray(N[v])?N[v]:[N[v]];for(let O=0,B=k.length;O<B;O++){let X=k[O],K=Array.isArray(X.value)?X.value:[X.value],D=Array.isArray(N[v])||Array.isArray(X.value),Z=P;for(let J=0,fe=K.length;J<fe;J++){let $=K[J],ae=T($,D),ce=P%U,Se=ce%ae.boundary,Ne=ce+Se;P+=Se,Ne!==0&&U-Ne<ae.storage&&(P+=U-Ne),J===0&&(Z=P),P+=ae.storage}let q=X.type==="int"?Int32Array:X.type==="uint"?Uint32Array:Float32Array;X.__data=new q((P-Z)/Float32Array.BYTES_PER_ELEMENT),X.__offset=Z}}let L=P%U;return L>0&&(P+=U-L),R.__size=P,R.__cache={},this}function T(R,N){let P={boundary:0,storage:0};return typeof R=="number"||typeof R=="boolean"?(P.boundary=4,P.storage=4):R.isVector2?(P.boundary=8,P.storage=8):R.isVector3||R.isColor?(P.boundary=16,P.storage=12):R.isVector4?(P.boundary=16,P.storage=16):R.isMatrix3?(P.boundary=16,P.storage=48):R.isMatrix4?(P.boundary=16,P.storage=64):R.isTexture?Ze("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(R)?(P.boundary=16,P.storage=R.byteLength):Ze("WebGLRenderer: Unsupported uniform value type.",R),N===!0&&(P.boundary=16,P.storage=Math.ceil(P.storage/16)*16),P}function _(R){let N=R.target;N.removeEventListener("dispose",_),i.deleteBuffer(s[N.id]),delete s[N.id],delete r[N.id]}function x(){for(let R in s)i.deleteBuffer(s[R]);s={},r={}}return{bind:a,update:o,dispose:x}}var Gg=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),Un=null;function Vg(){return Un===null&&(Un=new ri(Gg,16,16,ln,wt),Un.name="DFG_LUT",Un.minFilter=Mt,Un.magFilter=Mt,Un.wrapS=qt,Un.wrapT=qt,Un.generateMipmaps=!1,Un.needsUpdate=!0),Un}var oo=class{constructor(e={}){let{canvas:t=Qc(),context:n=null,depth:s=!0,stencil:r=!1,alpha:a=!1,antialias:o=!1,premultipliedAlpha:c=!0,preserveDrawingBuffer:h=!1,powerPreference:d="default",failIfMajorPerformanceCaveat:p=!1,reversedDepthBuffer:f=!1,outputBufferType:g=dn}=e;this.isWebGLRenderer=!0;let y;if(n!==null){if(typeof WebGLRenderingContext<"u"&&n instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");y=n.getContextAttributes().alpha}else y=a;let T=g,_=new Set([Aa,Ta,Ea]),x=new Set([dn,wn,rs,Ai,ba,wa]),R=new Uint32Array(4),N=new Int32Array(4),P={textures:[],min:[],max:[],resolution:[]},U=null,L=null,v=[],E=[],k=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=Nn,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let O=this,B=!1,X=null,K=null,D=null,Z=null;this._outputColorSpace=jt;let q=0,J=0,fe=null,$=-1,ae=null,ce=new bt,Se=new bt,Ne=null,ne=new ut(0),be=0,Be=t.width,He=t.height,de=1,We=null,mt=null,Xe=new bt(0,0,Be,He),ot=new bt(0,0,Be,He),lt=!1,st=new bi,Rt=new ea,St=!1,Ct=!1,ft=new gt,Vt=new V,Et=new bt,zt={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},Wt=!1;function Xt(){return fe===null?de:1}let b=n;function me(l,m){return t.getContext(l,m)}let we,Fe,oe,Ge,Ue,ke,C,S,Y,_e,le,Ee,Ie,te,se,Te,F,ie,Q,Re,xe,Ae,Ve;try{let l={alpha:!0,depth:s,stencil:r,antialias:o,premultipliedAlpha:c,preserveDrawingBuffer:h,powerPreference:d,failIfMajorPerformanceCaveat:p};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",qe,!1),t.addEventListener("webglcontextrestored",tt,!1),t.addEventListener("webglcontextcreationerror",Le,!1),b===null){let m="webgl2";if(b=me(m,l),b===null)throw me(m)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}nt()}catch(l){throw t.removeEventListener("webglcontextlost",qe,!1),t.removeEventListener("webglcontextrestored",tt,!1),t.removeEventListener("webglcontextcreationerror",Le,!1),je("WebGLRenderer: "+l.message),l}function nt(){we=new em(b),we.init(),xe=new Fg(b,we),Fe=new Vp(b,we,e,xe),oe=new Ng(b,we),Fe.reversedDepthBuffer&&f&&oe.buffers.depth.setReversed(!0),K=b.createFramebuffer(),D=b.createFramebuffer(),Z=b.createFramebuffer(),Ge=new im(b),Ue=new yg,ke=new Ug(b,we,oe,Ue,Fe,xe,Ge),C=new jp(O),S=new rf(b),Ae=new Hp(b,S),Y=new tm(b,S,Ge,Ae),_e=new rm(b,Y,S,Ae,Ge),ie=new sm(b,Fe,ke),se=new Wp(Ue),le=new vg(O,C,we,Fe,Ae,se),Ee=new kg(O,Ue),Ie=new Mg,te=new Rg(we),F=new kp(O,C,oe,_e,y,c),Te=new Dg(O,_e,Fe),Ve=new Hg(b,Ge,Fe,oe),Q=new Gp(b,we,Ge),Re=new nm(b,we,Ge),Ge.programs=le.programs,O.capabilities=Fe,O.extensions=we,O.properties=Ue,O.renderLists=Ie,O.shadowMap=Te,O.state=oe,O.info=Ge}T!==dn&&(k=new om(T,t.width,t.height,o,s,r));let ve=new Ol(O,b);this.xr=ve,this.getContext=function(){return b},this.getContextAttributes=function(){return b.getContextAttributes()},this.forceContextLoss=function(){let l=we.get("WEBGL_lose_context");l&&l.loseContext()},this.forceContextRestore=function(){let l=we.get("WEBGL_lose_context");l&&l.restoreContext()},this.getPixelRatio=function(){return de},this.setPixelRatio=function(l){l!==void 0&&(de=l,this.setSize(Be,He,!1))},this.getSize=function(l){return l.set(Be,He)},this.setSize=function(l,m,M=!0){if(ve.isPresenting){Ze("WebGLRenderer: Can't change size while VR device is presenting.");return}Be=l,He=m,t.width=Math.floor(l*de),t.height=Math.floor(m*de),M===!0&&(t.style.width=l+"px",t.style.height=m+"px"),k!==null&&k.setSize(t.width,t.height),this.setViewport(0,0,l,m)},this.getDrawingBufferSize=function(l){return l.set(Be*de,He*de).floor()},this.setDrawingBufferSize=function(l,m,M){Be=l,He=m,de=M,t.width=Math.floor(l*M),t.height=Math.floor(m*M),this.setViewport(0,0,l,m)},this.setEffects=function(l){if(T===dn){je("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(l){for(let m=0;m<l.length;m++)if(l[m].isOutputPass===!0){Ze("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}k.setEffects(l||[])},this.getCurrentViewport=function(l){return l.copy(ce)},this.getViewport=function(l){return l.copy(Xe)},this.setViewport=function(l,m,M,w){l.isVector4?Xe.set(l.x,l.y,l.z,l.w):Xe.set(l,m,M,w),oe.viewport(ce.copy(Xe).multiplyScalar(Xt()).round())},this.getScissor=function(l){return l.copy(ot)},this.setScissor=function(l,m,M,w){l.isVector4?ot.set(l.x,l.y,l.z,l.w):ot.set(l,m,M,w),oe.scissor(Se.copy(ot).multiplyScalar(Xt()).round())},this.getScissorTest=function(){return lt},this.setScissorTest=function(l){oe.setScissorTest(lt=l)},this.setOpaqueSort=function(l){We=l},this.setTransparentSort=function(l){mt=l},this.getClearColor=function(l){return l.copy(F.getClearColor())},this.setClearColor=function(){F.setClearColor(...arguments)},this.getClearAlpha=function(){return F.getClearAlpha()},this.setClearAlpha=function(){F.setClearAlpha(...arguments)},this.clear=function(l=!0,m=!0,M=!0){let w=0;if(l){let I=!1;if(fe!==null){let A=fe.texture.format;I=_.has(A)}if(I){let A=fe.texture.type,G=x.has(A),z=F.getClearColor(),H=F.getClearAlpha(),W=z.r,re=z.g,j=z.b;G?(R[0]=W,R[1]=re,R[2]=j,R[3]=H,b.clearBufferuiv(b.COLOR,0,R)):(N[0]=W,N[1]=re,N[2]=j,N[3]=H,b.clearBufferiv(b.COLOR,0,N))}else w|=b.COLOR_BUFFER_BIT}m&&(w|=b.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),M&&(w|=b.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),w!==0&&b.clear(w)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(l){l.setRenderer(this),X=l},this.dispose=function(){t.removeEventListener("webglcontextlost",qe,!1),t.removeEventListener("webglcontextrestored",tt,!1),t.removeEventListener("webglcontextcreationerror",Le,!1),F.dispose(),Ie.dispose(),te.dispose(),ke.dispose(),Ue.dispose(),C.dispose(),_e.dispose(),Y.dispose(),Ae.dispose(),Ve.dispose(),le.dispose(),ve.dispose(),ve.removeEventListener("sessionstart",ms),ve.removeEventListener("sessionend",or),On.stop()};function qe(l){l.preventDefault(),Ml("WebGLRenderer: Context Lost."),B=!0}function tt(){Ml("WebGLRenderer: Context Restored."),B=!1;let l=Ge.autoReset,m=Te.enabled,M=Te.autoUpdate,w=Te.needsUpdate,I=Te.type;nt(),Ge.autoReset=l,Te.enabled=m,Te.autoUpdate=M,Te.needsUpdate=w,Te.type=I}function Le(l){je("WebGLRenderer: A WebGL context could not be created. Reason: ",l.statusMessage)}function _t(l){let m=l.target;m.removeEventListener("dispose",_t),Lt(m)}function Lt(l){Rn(l),Ue.remove(l)}function Rn(l){let m=Ue.get(l).programs;m!==void 0&&(m.forEach(function(M){le.releaseProgram(M)}),l.isShaderMaterial&&le.releaseShaderCache(l))}this.renderBufferDirect=function(l,m,M,w,I,A){m===null&&(m=zt);let G=I.isMesh&&I.matrixWorld.determinantAffine()<0,z=fr(l,m,M,w,I);oe.setMaterial(w,G);let H=M.index,W=1;if(w.wireframe===!0){if(H=Y.getWireframeAttribute(M),H===void 0)return;W=2}let re=M.drawRange,j=M.attributes.position,ee=re.start*W,ue=(re.start+re.count)*W;A!==null&&(ee=Math.max(ee,A.start*W),ue=Math.min(ue,(A.start+A.count)*W)),H!==null?(ee=Math.max(ee,0),ue=Math.min(ue,H.count)):j!=null&&(ee=Math.max(ee,0),ue=Math.min(ue,j.count));let pe=ue-ee;if(pe<0||pe===1/0)return;Ae.setup(I,w,z,M,H);let ge,Ce=Q;if(H!==null&&(ge=S.get(H),Ce=Re,Ce.setIndex(ge)),I.isMesh)w.wireframe===!0?(oe.setLineWidth(w.wireframeLinewidth*Xt()),Ce.setMode(b.LINES)):Ce.setMode(b.TRIANGLES);else if(I.isLine){let Ye=w.linewidth;Ye===void 0&&(Ye=1),oe.setLineWidth(Ye*Xt()),I.isLineSegments?Ce.setMode(b.LINES):I.isLineLoop?Ce.setMode(b.LINE_LOOP):Ce.setMode(b.LINE_STRIP)}else I.isPoints?Ce.setMode(b.POINTS):I.isSprite&&Ce.setMode(b.TRIANGLES);if(I.isBatchedMesh)if(we.get("WEBGL_multi_draw"))Ce.renderMultiDraw(I._multiDrawStarts,I._multiDrawCounts,I._multiDrawCount);else{let Ye=I._multiDrawStarts,he=I._multiDrawCounts,Je=I._multiDrawCount,Me=H?S.get(H).bytesPerElement:1,Pe=Ue.get(w).currentProgram.getUniforms();for(let De=0;De<Je;De++)Pe.setValue(b,"_gl_DrawID",De),Ce.render(Ye[De]/Me,he[De])}else if(I.isInstancedMesh)Ce.renderInstances(ee,pe,I.count);else if(M.isInstancedBufferGeometry){let Ye=M._maxInstanceCount!==void 0?M._maxInstanceCount:1/0,he=Math.min(M.instanceCount,Ye);Ce.renderInstances(ee,pe,he)}else Ce.render(ee,pe)};function ar(l,m,M,w){X!==null&&l.isNodeMaterial&&X.setObject(w,l),St===!0&&se.setState(l,M,!1),l.transparent===!0&&l.side===on&&l.forceSinglePass===!1?(l.side=nn,l.needsUpdate=!0,Cn(l,m,w),l.side=ci,l.needsUpdate=!0,Cn(l,m,w),l.side=on):Cn(l,m,w)}this.compile=function(l,m,M=null){M===null&&(M=l),X!==null&&X.renderStart(l,m,M),L=te.get(M),L.init(m),E.push(L),M.traverseVisible(function(I){I.isLight&&I.layers.test(m.layers)&&(L.pushLight(I),I.castShadow&&L.pushShadow(I))}),l!==M&&l.traverseVisible(function(I){I.isLight&&I.layers.test(m.layers)&&(L.pushLight(I),I.castShadow&&L.pushShadow(I))}),L.setupLights(),X!==null&&X.updateLights(L.state.lightsArray),Ct=this.localClippingEnabled,St=se.init(this.clippingPlanes,Ct),St===!0&&se.setGlobalState(this.clippingPlanes,m),X!==null&&Te.render(L.state.shadowsArray,M,m);let w=new Set;return l.traverse(function(I){if(!(I.isMesh||I.isPoints||I.isLine||I.isSprite))return;let A=I.material;if(A)if(Array.isArray(A))for(let G=0;G<A.length;G++){let z=A[G];ar(z,M,m,I),w.add(z)}else ar(A,M,m,I),w.add(A)}),L=E.pop(),X!==null&&X.renderEnd(),w},this.compileAsync=function(l,m,M=null){let w=this.compile(l,m,M);return new Promise(I=>{function A(){if(w.forEach(function(G){let H=Ue.get(G).currentProgram;(H===void 0||H.isReady())&&w.delete(G)}),w.size===0){I(l);return}setTimeout(A,10)}we.get("KHR_parallel_shader_compile")!==null?A():setTimeout(A,10)})};let ps=null;function vo(l){ps&&ps(l)}function ms(){On.stop()}function or(){On.start()}let On=new Rh;On.setAnimationLoop(vo),typeof self<"u"&&On.setContext(self),this.setAnimationLoop=function(l){ps=l,ve.setAnimationLoop(l),l===null?On.stop():On.start()},ve.addEventListener("sessionstart",ms),ve.addEventListener("sessionend",or),this.render=function(l,m){if(m!==void 0&&m.isCamera!==!0){je("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(B===!0)return;X!==null&&X.renderStart(l,m);let M=ve.enabled===!0&&ve.isPresenting===!0,w=k!==null&&(fe===null||M)&&k.begin(O,fe);if(l.matrixWorldAutoUpdate===!0&&l.updateMatrixWorld(),m.parent===null&&m.matrixWorldAutoUpdate===!0&&m.updateMatrixWorld(),ve.enabled===!0&&ve.isPresenting===!0&&(k===null||k.isCompositing()===!1)&&(ve.cameraAutoUpdate===!0&&ve.updateCamera(m),m=ve.getCamera()),l.isScene===!0&&l.onBeforeRender(O,l,m,fe),L=te.get(l,E.length),L.init(m),L.state.textureUnits=ke.getTextureUnits(),E.push(L),ft.multiplyMatrices(m.projectionMatrix,m.matrixWorldInverse),m.isArrayCamera?Rt.setFromArrayCamera(m):st.setFromProjectionMatrix(ft,mn,m.reversedDepth),Ct=this.localClippingEnabled,St=se.init(this.clippingPlanes,Ct),U=Ie.get(l,v.length),U.init(),v.push(U),this.info.render.frame++,ve.enabled===!0&&ve.isPresenting===!0){let G=O.xr.getDepthSensingMesh();G!==null&&gs(G,m,-1/0,O.sortObjects)}gs(l,m,0,O.sortObjects),U.finish(),X!==null&&X.updateLights(L.state.lightsArray),O.sortObjects===!0&&U.sort(We,mt),Wt=ve.enabled===!1||ve.isPresenting===!1||ve.hasDepthSensing()===!1,Wt&&F.addToRenderList(U,l),this.info.autoReset===!0&&this.info.reset(),St===!0&&se.beginShadows();let I=L.state.shadowsArray;if(Te.render(I,l,m),St===!0&&se.endShadows(),(w&&k.hasRenderPass())===!1){let G=U.opaque,z=U.transmissive;if(L.setupLights(),m.isArrayCamera){let H=m.cameras;if(z.length>0)for(let W=0,re=H.length;W<re;W++){let j=H[W];lr(G,z,l,j)}Wt&&F.render(l);for(let W=0,re=H.length;W<re;W++){let j=H[W];_s(U,l,j,j.viewport)}}else z.length>0&&lr(G,z,l,m),Wt&&F.render(l),_s(U,l,m)}fe!==null&&J===0&&(ke.updateMultisampleRenderTarget(fe),ke.updateRenderTargetMipmap(fe)),w&&k.end(O),l.isScene===!0&&l.onAfterRender(O,l,m),Ae.resetDefaultState(),$=-1,ae=null,E.pop(),E.length>0?(L=E[E.length-1],ke.setTextureUnits(L.state.textureUnits),St===!0&&se.setGlobalState(O.clippingPlanes,L.state.camera)):L=null,v.pop(),v.length>0?U=v[v.length-1]:U=null,X!==null&&X.renderEnd()};function gs(l,m,M,w){if(l.visible===!1)return;if(l.layers.test(m.layers)){if(l.isGroup)M=l.renderOrder;else if(l.isLOD)l.autoUpdate===!0&&l.update(m);else if(l.isLight)L.pushLight(l),l.castShadow&&L.pushShadow(l);else if(l.isSprite){let G=m.isArrayCamera?Rt:st;if(!l.frustumCulled||l.intersectsFrustum(G)){w&&Et.setFromMatrixPosition(l.matrixWorld).applyMatrix4(ft);let z=_e.update(l),H=l.material;H.visible&&U.push(l,z,H,M,Et.z,null,m)}}else if(l.isMesh||l.isLine||l.isPoints){let G=m.isArrayCamera?Rt:st;if(!l.frustumCulled||l.intersectsFrustum(G)){let z=_e.update(l),H=l.material;if(w&&(l.boundingSphere!==void 0?(l.boundingSphere===null&&l.computeBoundingSphere(),Et.copy(l.boundingSphere.center)):(z.boundingSphere===null&&z.computeBoundingSphere(),Et.copy(z.boundingSphere.center)),Et.applyMatrix4(l.matrixWorld).applyMatrix4(ft)),Array.isArray(H)){let W=z.groups;for(let re=0,j=W.length;re<j;re++){let ee=W[re],ue=H[ee.materialIndex];ue&&ue.visible&&U.push(l,z,ue,M,Et.z,ee,m)}}else H.visible&&U.push(l,z,H,M,Et.z,null,m)}}}let A=l.children;for(let G=0,z=A.length;G<z;G++)gs(A[G],m,M,w)}function _s(l,m,M,w){let{opaque:I,transmissive:A,transparent:G}=l;L.setupLightsView(M),St===!0&&se.setGlobalState(O.clippingPlanes,M),w&&oe.viewport(ce.copy(w)),I.length>0&&di(I,m,M),A.length>0&&di(A,m,M),G.length>0&&di(G,m,M),oe.buffers.depth.setTest(!0),oe.buffers.depth.setMask(!0),oe.buffers.color.setMask(!0),oe.setPolygonOffset(!1)}function lr(l,m,M,w){if((M.isScene===!0?M.overrideMaterial:null)!==null)return;if(L.state.transmissionRenderTarget[w.id]===void 0){let ee=we.has("EXT_color_buffer_half_float")||we.has("EXT_color_buffer_float");L.state.transmissionRenderTarget[w.id]=new Kt(1,1,{generateMipmaps:!0,type:ee?wt:dn,minFilter:_n,samples:Math.max(4,Fe.samples),stencilBuffer:r,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:ct.workingColorSpace})}let A=L.state.transmissionRenderTarget[w.id],G=w.viewport||ce;A.setSize(G.z*O.transmissionResolutionScale,G.w*O.transmissionResolutionScale);let z=O.getRenderTarget(),H=O.getActiveCubeFace(),W=O.getActiveMipmapLevel();O.setRenderTarget(A),O.getClearColor(ne),be=O.getClearAlpha(),be<1&&O.setClearColor(16777215,.5),O.clear(),Wt&&F.render(M);let re=O.toneMapping;O.toneMapping=Nn;let j=w.viewport;if(w.viewport!==void 0&&(w.viewport=void 0),L.setupLightsView(w),St===!0&&se.setGlobalState(O.clippingPlanes,w),di(l,M,w),ke.updateMultisampleRenderTarget(A),ke.updateRenderTargetMipmap(A),we.has("WEBGL_multisampled_render_to_texture")===!1){let ee=!1;for(let ue=0,pe=m.length;ue<pe;ue++){let ge=m[ue],{object:Ce,geometry:Ye,material:he,group:Je}=ge;if(he.side===on&&Ce.layers.test(w.layers)){let Me=he.side;he.side=nn,he.needsUpdate=!0,cr(Ce,M,w,Ye,he,Je),he.side=Me,he.needsUpdate=!0,ee=!0}}ee===!0&&(ke.updateMultisampleRenderTarget(A),ke.updateRenderTargetMipmap(A))}O.setRenderTarget(z,H,W),O.setClearColor(ne,be),j!==void 0&&(w.viewport=j),O.toneMapping=re}function di(l,m,M){let w=m.isScene===!0?m.overrideMaterial:null;for(let I=0,A=l.length;I<A;I++){let G=l[I],{object:z,geometry:H,group:W}=G,re=G.material;re.allowOverride===!0&&w!==null&&(re=w),z.layers.test(M.layers)&&cr(z,m,M,H,re,W)}}function cr(l,m,M,w,I,A){X!==null&&I.isNodeMaterial&&X.setObject(l,I),l.onBeforeRender(O,m,M,w,I,A),l.modelViewMatrix.multiplyMatrices(M.matrixWorldInverse,l.matrixWorld),l.normalMatrix.getNormalMatrix(l.modelViewMatrix),I.onBeforeRender(O,m,M,w,l,A),I.transparent===!0&&I.side===on&&I.forceSinglePass===!1?(I.side=nn,I.needsUpdate=!0,O.renderBufferDirect(M,m,w,I,l,A),I.side=ci,I.needsUpdate=!0,O.renderBufferDirect(M,m,w,I,l,A),I.side=on):O.renderBufferDirect(M,m,w,I,l,A),l.onAfterRender(O,m,M,w,I,A)}function hr(l){let m=0;for(let M of l)M.texture!==null&&m++;return m}function Cn(l,m,M){m.isScene!==!0&&(m=zt);let w=Ue.get(l),I=L.state.lights,A=L.state.shadowsArray,G=I.state.version,z=le.getParameters(l,I.state,A,m,M,L.state.lightProbeGridArray),H=le.getProgramCacheKey(z),W=w.programs;w.environment=l.isMeshStandardMaterial||l.isMeshLambertMaterial||l.isMeshPhongMaterial?m.environment:null,w.fog=m.fog;let re=l.isMeshStandardMaterial||l.isMeshLambertMaterial&&!l.envMap||l.isMeshPhongMaterial&&!l.envMap;w.envMap=C.get(l.envMap||w.environment,re),w.envMapRotation=w.environment!==null&&l.envMap===null?m.environmentRotation:l.envMapRotation,W===void 0&&(l.addEventListener("dispose",_t),W=new Map,w.programs=W,w.programVariants=new Map);let j=W.get(H);if(j!==void 0){if(w.currentProgram===j&&w.lightsStateVersion===G)return pi(l,z),j}else z.uniforms=le.getUniforms(l),X!==null&&l.isNodeMaterial&&X.build(l,M,z),l.onBeforeCompile(z,O),j=le.acquireProgram(z,H),W.set(H,j),w.uniforms=z.uniforms;let ee=w.uniforms;return(!l.isShaderMaterial&&!l.isRawShaderMaterial||l.clipping===!0)&&(ee.clippingPlanes=se.uniform),pi(l,z),w.needsLights=sn(l),w.lightsStateVersion=G,w.needsLights&&(ee.ambientLightColor.value=I.state.ambient,ee.lightProbe.value=I.state.probe,ee.sunLights.value=I.state.sun,ee.sunLightShadows.value=I.state.sunShadow,ee.directionalLights.value=I.state.directional,ee.directionalLightShadows.value=I.state.directionalShadow,ee.spotLights.value=I.state.spot,ee.spotLightShadows.value=I.state.spotShadow,ee.rectAreaLights.value=I.state.rectArea,ee.ltc_1.value=I.state.rectAreaLTC1,ee.ltc_2.value=I.state.rectAreaLTC2,ee.pointLights.value=I.state.point,ee.pointLightShadows.value=I.state.pointShadow,ee.hemisphereLights.value=I.state.hemi,ee.sunShadowMatrix.value=I.state.sunShadowMatrix,ee.sunShadowCascade.value=I.state.sunShadowCascade,ee.directionalShadowMatrix.value=I.state.directionalShadowMatrix,ee.spotLightMatrix.value=I.state.spotLightMatrix,ee.spotLightMap.value=I.state.spotLightMap,ee.pointShadowMatrix.value=I.state.pointShadowMatrix),w.numLightProbeGrids=hr(L.state.lightProbeGridArray),w.currentProgram=j,w.uniformsList=null,j}function Ci(l,m,M,w,I){let A=Ue.get(l),G=A.currentProgram.id+","+w+","+I,z=A.programVariants.get(G);return z===void 0?(z=Cn(l,m,M),A.programVariants.set(G,z)):(A.currentProgram=z,A.uniformsList=null,A.outputColorSpace=w,A.toneMapping=I),z}function ur(l){if(l.uniformsList===null){let m=l.currentProgram.getUniforms();l.uniformsList=as.seqWithValue(m.seq,l.uniforms)}return l.uniformsList}function pi(l,m){let M=Ue.get(l);M.outputColorSpace=m.outputColorSpace,M.batching=m.batching,M.batchingColor=m.batchingColor,M.instancing=m.instancing,M.instancingColor=m.instancingColor,M.instancingMorph=m.instancingMorph,M.skinning=m.skinning,M.morphTargets=m.morphTargets,M.morphNormals=m.morphNormals,M.morphColors=m.morphColors,M.morphTargetsCount=m.morphTargetsCount,M.numClippingPlanes=m.numClippingPlanes,M.numIntersection=m.numClipIntersection,M.vertexAlphas=m.vertexAlphas,M.vertexTangents=m.vertexTangents,M.toneMapping=m.toneMapping}function fr(l,m,M,w,I){m.isScene!==!0&&(m=zt),ke.resetTextureUnits();let A=m.fog,G=w.isMeshStandardMaterial||w.isMeshLambertMaterial||w.isMeshPhongMaterial?m.environment:null,z=fe===null?O.outputColorSpace:fe.isXRRenderTarget===!0?fe.texture.colorSpace:ct.workingColorSpace,H=w.isMeshStandardMaterial||w.isMeshLambertMaterial&&!w.envMap||w.isMeshPhongMaterial&&!w.envMap,W=C.get(w.envMap||G,H),re=w.vertexColors===!0&&!!M.attributes.color&&M.attributes.color.itemSize===4,j=!!M.attributes.tangent&&(!!w.normalMap||w.anisotropy>0),ee=!!M.morphAttributes.position,ue=!!M.morphAttributes.normal,pe=!!M.morphAttributes.color,ge=Nn;w.toneMapped&&(fe===null||fe.isXRRenderTarget===!0)&&(ge=O.toneMapping);let Ce=M.morphAttributes.position||M.morphAttributes.normal||M.morphAttributes.color,Ye=Ce!==void 0?Ce.length:0,he=Ue.get(w),Je=L.state.lights;if(St===!0&&(Ct===!0||l!==ae)){let Qe=l===ae&&w.id===$;se.setState(w,l,Qe)}let Me=!1,Pe=!1;w.version===he.__version?he.needsLights&&he.lightsStateVersion!==Je.state.version||I.isBatchedMesh&&he.batching===!1||!I.isBatchedMesh&&he.batching===!0||I.isBatchedMesh&&he.batchingColor===!0&&I._colorsTexture===null||I.isBatchedMesh&&he.batchingColor===!1&&I._colorsTexture!==null||I.isInstancedMesh&&he.instancing===!1||!I.isInstancedMesh&&he.instancing===!0||I.isSkinnedMesh&&he.skinning===!1||!I.isSkinnedMesh&&he.skinning===!0||I.isInstancedMesh&&he.instancingColor===!0&&I.instanceColor===null||I.isInstancedMesh&&he.instancingColor===!1&&I.instanceColor!==null||I.isInstancedMesh&&he.instancingMorph===!0&&I.morphTexture===null||I.isInstancedMesh&&he.instancingMorph===!1&&I.morphTexture!==null||he.envMap!==W||w.fog===!0&&he.fog!==A||he.numClippingPlanes!==void 0&&(he.numClippingPlanes!==se.numPlanes||he.numIntersection!==se.numIntersection)||he.vertexAlphas!==re||he.vertexTangents!==j||he.morphTargets!==ee||he.morphNormals!==ue||he.morphColors!==pe||he.morphTargetsCount!==Ye||he.numLightProbeGrids!==hr(L.state.lightProbeGridArray)?Me=!0:(he.outputColorSpace!==z||he.toneMapping!==ge)&&(Pe=!0):(Me=!0,he.__version=w.version);let De=he.currentProgram;(Me===!0||Pe===!0)&&(De=Pe===!0?Ci(w,m,I,z,ge):Cn(w,m,I),X&&w.isNodeMaterial&&X.onUpdateProgram(w,De,he));let pt=!1,it=!1,$e=!1,ze=De.getUniforms(),at=he.uniforms;if(oe.useProgram(De.program)&&(pt=!0,it=!0,$e=!0),w.id!==$&&($=w.id,it=!0),pt||ae!==l){oe.buffers.depth.getReversed()&&l.reversedDepth!==!0&&(l._reversedDepth=!0,l.updateProjectionMatrix()),ze.setValue(b,"projectionMatrix",l.projectionMatrix),ze.setValue(b,"viewMatrix",l.matrixWorldInverse);let yt=ze.map.cameraPosition;yt!==void 0&&yt.setValue(b,Vt.setFromMatrixPosition(l.matrixWorld)),Fe.logarithmicDepthBuffer&&ze.setValue(b,"logDepthBufFC",2/(Math.log(l.far+1)/Math.LN2)),(w.isMeshPhongMaterial||w.isMeshToonMaterial||w.isMeshLambertMaterial||w.isMeshBasicMaterial||w.isMeshStandardMaterial||w.isShaderMaterial)&&ze.setValue(b,"isOrthographic",l.isOrthographicCamera===!0),ae!==l&&(ae=l,it=!0,$e=!0)}if(he.needsLights&&(Je.state.sunShadowMap.length>0&&ze.setValue(b,"sunShadowMap",Je.state.sunShadowMap,ke),Je.state.directionalShadowMap.length>0&&ze.setValue(b,"directionalShadowMap",Je.state.directionalShadowMap,ke),Je.state.spotShadowMap.length>0&&ze.setValue(b,"spotShadowMap",Je.state.spotShadowMap,ke),Je.state.pointShadowMap.length>0&&ze.setValue(b,"pointShadowMap",Je.state.pointShadowMap,ke)),I.isSkinnedMesh){ze.setOptional(b,I,"bindMatrix"),ze.setOptional(b,I,"bindMatrixInverse");let Qe=I.skeleton;Qe&&(Qe.boneTexture===null&&Qe.computeBoneTexture(),ze.setValue(b,"boneTexture",Qe.boneTexture,ke))}I.isBatchedMesh&&(ze.setOptional(b,I,"batchingTexture"),ze.setValue(b,"batchingTexture",I._matricesTexture,ke),ze.setOptional(b,I,"batchingIdTexture"),ze.setValue(b,"batchingIdTexture",I._indirectTexture,ke),ze.setOptional(b,I,"batchingColorTexture"),I._colorsTexture!==null&&ze.setValue(b,"batchingColorTexture",I._colorsTexture,ke));let Tt=M.morphAttributes;if((Tt.position!==void 0||Tt.normal!==void 0||Tt.color!==void 0)&&ie.update(I,M,De),(it||he.receiveShadow!==I.receiveShadow)&&(he.receiveShadow=I.receiveShadow,ze.setValue(b,"receiveShadow",I.receiveShadow)),(w.isMeshStandardMaterial||w.isMeshLambertMaterial||w.isMeshPhongMaterial)&&w.envMap===null&&m.environment!==null&&(at.envMapIntensity.value=m.environmentIntensity),at.dfgLUT!==void 0&&(at.dfgLUT.value=Vg()),it){if(ze.setValue(b,"toneMappingExposure",O.toneMappingExposure),he.needsLights&&kt(at,$e),A&&w.fog===!0&&Ee.refreshFogUniforms(at,A),Ee.refreshMaterialUniforms(at,w,de,He,L.state.transmissionRenderTarget[l.id]),he.needsLights&&he.numLightProbeGrids>0){let Qe=P,yt=0;for(let Zt of L.state.lightProbeGridArray)Zt.texture!==null&&(Qe.textures[yt]=Zt.texture,Qe.min[yt]=Zt.boundingBox.min,Qe.max[yt]=Zt.boundingBox.max,Qe.resolution[yt]=Zt.resolution,yt++);for(let Zt in Qe)Qe[Zt].length=yt;at.probesSH.value=Qe.textures,at.probesMin.value=Qe.min,at.probesMax.value=Qe.max,at.probesResolution.value=Qe.resolution}as.upload(b,ur(he),at,ke)}if(w.isShaderMaterial&&w.uniformsNeedUpdate===!0&&(as.upload(b,ur(he),at,ke),w.uniformsNeedUpdate=!1),w.isSpriteMaterial&&ze.setValue(b,"center",I.center),ze.setValue(b,"modelViewMatrix",I.modelViewMatrix),ze.setValue(b,"normalMatrix",I.normalMatrix),ze.setValue(b,"modelMatrix",I.matrixWorld),w.uniformsGroups!==void 0){let Qe=w.uniformsGroups;for(let yt=0,Zt=Qe.length;yt<Zt;yt++){let $n=Qe[yt];Ve.update($n,De),Ve.bind($n,De)}}return De}function kt(l,m){l.ambientLightColor.needsUpdate=m,l.lightProbe.needsUpdate=m,l.sunLights.needsUpdate=m,l.sunLightShadows.needsUpdate=m,l.directionalLights.needsUpdate=m,l.directionalLightShadows.needsUpdate=m,l.pointLights.needsUpdate=m,l.pointLightShadows.needsUpdate=m,l.spotLights.needsUpdate=m,l.spotLightShadows.needsUpdate=m,l.rectAreaLights.needsUpdate=m,l.hemisphereLights.needsUpdate=m}function sn(l){return l.isMeshLambertMaterial||l.isMeshToonMaterial||l.isMeshPhongMaterial||l.isMeshStandardMaterial||l.isShadowMaterial||l.isShaderMaterial&&l.lights===!0}this.getActiveCubeFace=function(){return q},this.getActiveMipmapLevel=function(){return J},this.getRenderTarget=function(){return fe},this.setRenderTargetTextures=function(l,m,M){let w=Ue.get(l);w.__autoAllocateDepthBuffer=l.resolveDepthBuffer===!1,w.__autoAllocateDepthBuffer===!1&&(w.__useRenderToTexture=!1),Ue.get(l.texture).__webglTexture=m,Ue.get(l.depthTexture).__webglTexture=w.__autoAllocateDepthBuffer?void 0:M,w.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(l,m){let M=Ue.get(l);M.__webglFramebuffer=m,M.__useDefaultFramebuffer=m===void 0},this.setRenderTarget=function(l,m=0,M=0){fe=l,q=m,J=M;let w=null,I=!1,A=!1;if(l){let z=Ue.get(l);if(z.__useDefaultFramebuffer!==void 0){oe.bindFramebuffer(b.FRAMEBUFFER,z.__webglFramebuffer),ce.copy(l.viewport),Se.copy(l.scissor),Ne=l.scissorTest,oe.viewport(ce),oe.scissor(Se),oe.setScissorTest(Ne),$=-1;return}else if(z.__webglFramebuffer===void 0)ke.setupRenderTarget(l);else if(z.__hasExternalTextures)ke.rebindTextures(l,Ue.get(l.texture).__webglTexture,Ue.get(l.depthTexture).__webglTexture);else if(l.depthBuffer){let re=l.depthTexture;if(z.__boundDepthTexture!==re){if(re!==null&&Ue.has(re)&&(l.width!==re.image.width||l.height!==re.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");ke.setupDepthRenderbuffer(l)}}let H=l.texture;(H.isData3DTexture||H.isDataArrayTexture||H.isCompressedArrayTexture)&&(A=!0);let W=Ue.get(l).__webglFramebuffer;l.isWebGLCubeRenderTarget?(Array.isArray(W[m])?w=W[m][M]:w=W[m],I=!0):l.samples>0&&ke.useMultisampledRTT(l)===!1?w=Ue.get(l).__webglMultisampledFramebuffer:Array.isArray(W)?w=W[M]:w=W,ce.copy(l.viewport),Se.copy(l.scissor),Ne=l.scissorTest}else ce.copy(Xe).multiplyScalar(de).floor(),Se.copy(ot).multiplyScalar(de).floor(),Ne=lt;if(M!==0&&(w=K),oe.bindFramebuffer(b.FRAMEBUFFER,w)&&oe.drawBuffers(l,w),oe.viewport(ce),oe.scissor(Se),oe.setScissorTest(Ne),I){let z=Ue.get(l.texture);b.framebufferTexture2D(b.FRAMEBUFFER,b.COLOR_ATTACHMENT0,b.TEXTURE_CUBE_MAP_POSITIVE_X+m,z.__webglTexture,M)}else if(A){let z=m;for(let H=0;H<l.textures.length;H++){let W=Ue.get(l.textures[H]);b.framebufferTextureLayer(b.FRAMEBUFFER,b.COLOR_ATTACHMENT0+H,W.__webglTexture,M,z)}}else if(l!==null&&M!==0){let z=Ue.get(l.texture);b.framebufferTexture2D(b.FRAMEBUFFER,b.COLOR_ATTACHMENT0,b.TEXTURE_2D,z.__webglTexture,M)}$=-1};function u(l){let m=Ue.get(l);return(m.__readFormat!==l.format||m.__readType!==l.type)&&(m.__readFormat=l.format,m.__readType=l.type,m.__formatReadable=Fe.textureFormatReadable(l.format),m.__typeReadable=Fe.textureTypeReadable(l.type)),m}this.readRenderTargetPixels=function(l,m,M,w,I,A,G,z=0){if(!(l&&l.isWebGLRenderTarget)){je("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let H=Ue.get(l).__webglFramebuffer;if(l.isWebGLCubeRenderTarget&&G!==void 0&&(H=H[G],Array.isArray(H)&&(H=H[0])),H){oe.bindFramebuffer(b.FRAMEBUFFER,H);try{let W=l.textures[z],re=W.format,j=W.type;l.textures.length>1&&b.readBuffer(b.COLOR_ATTACHMENT0+z);let ee=u(W);if(ee.__formatReadable===!1){je("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(ee.__typeReadable===!1){je("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}m>=0&&m<=l.width-w&&M>=0&&M<=l.height-I&&b.readPixels(m,M,w,I,xe.convert(re),xe.convert(j),A)}finally{let W=fe!==null?Ue.get(fe).__webglFramebuffer:null;oe.bindFramebuffer(b.FRAMEBUFFER,W)}}},this.readRenderTargetPixelsAsync=async function(l,m,M,w,I,A,G,z=0){if(!(l&&l.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let H=Ue.get(l).__webglFramebuffer;if(l.isWebGLCubeRenderTarget&&G!==void 0&&(H=H[G],Array.isArray(H)&&(H=H[0])),H)if(m>=0&&m<=l.width-w&&M>=0&&M<=l.height-I){oe.bindFramebuffer(b.FRAMEBUFFER,H);let W=l.textures[z],re=W.format,j=W.type;l.textures.length>1&&b.readBuffer(b.COLOR_ATTACHMENT0+z);let ee=u(W);if(ee.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(ee.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let ue=b.createBuffer();b.bindBuffer(b.PIXEL_PACK_BUFFER,ue),b.bufferData(b.PIXEL_PACK_BUFFER,A.byteLength,b.STREAM_READ),b.readPixels(m,M,w,I,xe.convert(re),xe.convert(j),0),b.bindBuffer(b.PIXEL_PACK_BUFFER,null);let pe=fe!==null?Ue.get(fe).__webglFramebuffer:null;oe.bindFramebuffer(b.FRAMEBUFFER,pe);let ge=b.fenceSync(b.SYNC_GPU_COMMANDS_COMPLETE,0);return b.flush(),await eh(b,ge,4),b.bindBuffer(b.PIXEL_PACK_BUFFER,ue),b.getBufferSubData(b.PIXEL_PACK_BUFFER,0,A),b.bindBuffer(b.PIXEL_PACK_BUFFER,null),b.deleteBuffer(ue),b.deleteSync(ge),A}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(l,m=null,M=0){let w=Math.pow(2,-M),I=Math.floor(l.image.width*w),A=Math.floor(l.image.height*w),G=m!==null?m.x:0,z=m!==null?m.y:0;ke.setTexture2D(l,0),b.copyTexSubImage2D(b.TEXTURE_2D,M,0,0,G,z,I,A),oe.unbindTexture()},this.copyTextureToTexture=function(l,m,M=null,w=null,I=0,A=0){let G,z,H,W,re,j,ee,ue,pe,ge=l.isCompressedTexture?l.mipmaps[A]:l.image;if(M!==null)G=M.max.x-M.min.x,z=M.max.y-M.min.y,H=M.isBox3?M.max.z-M.min.z:1,W=M.min.x,re=M.min.y,j=M.isBox3?M.min.z:0;else{let ze=Math.pow(2,-I);G=Math.floor(ge.width*ze),z=Math.floor(ge.height*ze),l.isDataArrayTexture?H=ge.depth:l.isData3DTexture?H=Math.floor(ge.depth*ze):H=1,W=0,re=0,j=0}w!==null?(ee=w.x,ue=w.y,pe=w.z):(ee=0,ue=0,pe=0);let Ce=xe.convert(m.format),Ye=xe.convert(m.type),he;m.isData3DTexture?(ke.setTexture3D(m,0),he=b.TEXTURE_3D):m.isDataArrayTexture||m.isCompressedArrayTexture?(ke.setTexture2DArray(m,0),he=b.TEXTURE_2D_ARRAY):(ke.setTexture2D(m,0),he=b.TEXTURE_2D),oe.activeTexture(b.TEXTURE0),oe.pixelStorei(b.UNPACK_FLIP_Y_WEBGL,m.flipY),oe.pixelStorei(b.UNPACK_PREMULTIPLY_ALPHA_WEBGL,m.premultiplyAlpha),oe.pixelStorei(b.UNPACK_ALIGNMENT,m.unpackAlignment);let Je=oe.getParameter(b.UNPACK_ROW_LENGTH),Me=oe.getParameter(b.UNPACK_IMAGE_HEIGHT),Pe=oe.getParameter(b.UNPACK_SKIP_PIXELS),De=oe.getParameter(b.UNPACK_SKIP_ROWS),pt=oe.getParameter(b.UNPACK_SKIP_IMAGES);oe.pixelStorei(b.UNPACK_ROW_LENGTH,ge.width),oe.pixelStorei(b.UNPACK_IMAGE_HEIGHT,ge.height),oe.pixelStorei(b.UNPACK_SKIP_PIXELS,W),oe.pixelStorei(b.UNPACK_SKIP_ROWS,re),oe.pixelStorei(b.UNPACK_SKIP_IMAGES,j);let it=l.isDataArrayTexture||l.isData3DTexture,$e=m.isDataArrayTexture||m.isData3DTexture;if(l.isDepthTexture){let ze=Ue.get(l),at=Ue.get(m),Tt=Ue.get(ze.__renderTarget),Qe=Ue.get(at.__renderTarget);oe.bindFramebuffer(b.READ_FRAMEBUFFER,Tt.__webglFramebuffer),oe.bindFramebuffer(b.DRAW_FRAMEBUFFER,Qe.__webglFramebuffer);for(let yt=0;yt<H;yt++)it&&(b.framebufferTextureLayer(b.READ_FRAMEBUFFER,b.COLOR_ATTACHMENT0,Ue.get(l).__webglTexture,I,j+yt),b.framebufferTextureLayer(b.DRAW_FRAMEBUFFER,b.COLOR_ATTACHMENT0,Ue.get(m).__webglTexture,A,pe+yt)),b.blitFramebuffer(W,re,W+G,re+z,ee,ue,ee+G,ue+z,b.DEPTH_BUFFER_BIT,b.NEAREST);oe.bindFramebuffer(b.READ_FRAMEBUFFER,null),oe.bindFramebuffer(b.DRAW_FRAMEBUFFER,null)}else if(I!==0||l.isRenderTargetTexture||Ue.has(l)){let ze=Ue.get(l),at=Ue.get(m);oe.bindFramebuffer(b.READ_FRAMEBUFFER,D),oe.bindFramebuffer(b.DRAW_FRAMEBUFFER,Z);for(let Tt=0;Tt<H;Tt++)it?b.framebufferTextureLayer(b.READ_FRAMEBUFFER,b.COLOR_ATTACHMENT0,ze.__webglTexture,I,j+Tt):b.framebufferTexture2D(b.READ_FRAMEBUFFER,b.COLOR_ATTACHMENT0,b.TEXTURE_2D,ze.__webglTexture,I),$e?b.framebufferTextureLayer(b.DRAW_FRAMEBUFFER,b.COLOR_ATTACHMENT0,at.__webglTexture,A,pe+Tt):b.framebufferTexture2D(b.DRAW_FRAMEBUFFER,b.COLOR_ATTACHMENT0,b.TEXTURE_2D,at.__webglTexture,A),I!==0?b.blitFramebuffer(W,re,W+G,re+z,ee,ue,ee+G,ue+z,b.COLOR_BUFFER_BIT,b.NEAREST):$e?b.copyTexSubImage3D(he,A,ee,ue,pe+Tt,W,re,G,z):b.copyTexSubImage2D(he,A,ee,ue,W,re,G,z);oe.bindFramebuffer(b.READ_FRAMEBUFFER,null),oe.bindFramebuffer(b.DRAW_FRAMEBUFFER,null)}else $e?l.isDataTexture||l.isData3DTexture?b.texSubImage3D(he,A,ee,ue,pe,G,z,H,Ce,Ye,ge.data):m.isCompressedArrayTexture?b.compressedTexSubImage3D(he,A,ee,ue,pe,G,z,H,Ce,ge.data):b.texSubImage3D(he,A,ee,ue,pe,G,z,H,Ce,Ye,ge):l.isDataTexture?b.texSubImage2D(b.TEXTURE_2D,A,ee,ue,G,z,Ce,Ye,ge.data):l.isCompressedTexture?b.compressedTexSubImage2D(b.TEXTURE_2D,A,ee,ue,ge.width,ge.height,Ce,ge.data):b.texSubImage2D(b.TEXTURE_2D,A,ee,ue,G,z,Ce,Ye,ge);oe.pixelStorei(b.UNPACK_ROW_LENGTH,Je),oe.pixelStorei(b.UNPACK_IMAGE_HEIGHT,Me),oe.pixelStorei(b.UNPACK_SKIP_PIXELS,Pe),oe.pixelStorei(b.UNPACK_SKIP_ROWS,De),oe.pixelStorei(b.UNPACK_SKIP_IMAGES,pt),A===0&&m.generateMipmaps===!0&&m.mipmapsAutoUpdate===!0&&b.generateMipmap(he),oe.unbindTexture()},this.initRenderTarget=function(l){Ue.get(l).__webglFramebuffer===void 0&&ke.setupRenderTarget(l)},this.initTexture=function(l){l.isCubeTexture?ke.setTextureCube(l,0):l.isData3DTexture?ke.setTexture3D(l,0):l.isDataArrayTexture||l.isCompressedArrayTexture?ke.setTexture2DArray(l,0):ke.setTexture2D(l,0),oe.unbindTexture()},this.resetState=function(){q=0,J=0,fe=null,oe.reset(),Ae.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return mn}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=ct._getDrawingBufferColorSpace(e),t.unpackColorSpace=ct._getUnpackColorSpace()}};var Wg={uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,float32:Float32Array,float16:Uint16Array},er=class{constructor(e,t){this.header=e,this.buffers=t.map(n=>ArrayBuffer.isView(n)?new Uint8Array(n.buffer,n.byteOffset,n.byteLength):new Uint8Array(n))}async array({buffer:e,type:t,deflated:n}){let s=this.buffers[e];return n&&(s=new Uint8Array(await new Response(new Blob([s]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer())),new Wg[t](s.slice().buffer)}blob({buffer:e,type:t}){return new Blob([this.buffers[e]],{type:t})}};async function zh(i,e){let[t,n,s,r]=await Promise.all(["position","normal","uv","index"].map(c=>i.array(e[c]))),a=Float32Array.from(t,(c,h)=>e.low[h%3]+c/65535*e.size[h%3]),o=new rn;return o.setAttribute("position",new Yt(a,3)),o.setAttribute("normal",new Yt(n,3,!0)),o.setAttribute("uv",new Yt(s,2,!0)),o.setIndex(new Yt(r,1)),o.computeBoundingSphere(),o}async function kh(i,e,t,n){let s=await createImageBitmap(i.blob(e),{colorSpaceConversion:"none",premultiplyAlpha:"none"}),r=new Ft(s);return Object.assign(r,{colorSpace:t?jt:En,flipY:!1,wrapS:qt,wrapT:qt,minFilter:_n,magFilter:Mt,generateMipmaps:!0,anisotropy:n}),r.needsUpdate=!0,r}async function Hh(i,{name:e,width:t,height:n,rgb:s}){return{name:e,width:t,height:n,rgb:Float32Array.from(await i.array(s),ye.fromHalfFloat)}}var ls=i=>new V(...i);function Gh(i){let e=new DataView(i.buffer,i.byteOffset).getUint32(0,!0),t=JSON.parse(new TextDecoder().decode(i.subarray(4,4+e))),n=4+e;return new er(t,t.lengths.map(s=>i.subarray(n,n+=s)))}var xn=Uint8Array,cs=Uint16Array,Xg=Int32Array,Vh=new xn([0,0,0,0,0,0,0,0,1,1,1,1,2,2,2,2,3,3,3,3,4,4,4,4,5,5,5,5,0,0,0,0]),Wh=new xn([0,0,0,0,1,1,2,2,3,3,4,4,5,5,6,6,7,7,8,8,9,9,10,10,11,11,12,12,13,13,0,0]),qg=new xn([16,17,18,0,8,7,9,6,10,5,11,4,12,3,13,2,14,1,15]),Xh=function(i,e){for(var t=new cs(31),n=0;n<31;++n)t[n]=e+=1<<i[n-1];for(var s=new Xg(t[30]),n=1;n<30;++n)for(var r=t[n];r<t[n+1];++r)s[r]=r-t[n]<<5|n;return{b:t,r:s}},qh=Xh(Vh,2),Yh=qh.b,Yg=qh.r;Yh[28]=258,Yg[258]=28;var Zh=Xh(Wh,0),Zg=Zh.b,ey=Zh.r,kl=new cs(32768);for(xt=0;xt<32768;++xt)Zn=(xt&43690)>>1|(xt&21845)<<1,Zn=(Zn&52428)>>2|(Zn&13107)<<2,Zn=(Zn&61680)>>4|(Zn&3855)<<4,kl[xt]=((Zn&65280)>>8|(Zn&255)<<8)>>1;var Zn,xt,tr=(function(i,e,t){for(var n=i.length,s=0,r=new cs(e);s<n;++s)i[s]&&++r[i[s]-1];var a=new cs(e);for(s=1;s<e;++s)a[s]=a[s-1]+r[s-1]<<1;var o;if(t){o=new cs(1<<e);var c=15-e;for(s=0;s<n;++s)if(i[s])for(var h=s<<4|i[s],d=e-i[s],p=a[i[s]-1]++<<d,f=p|(1<<d)-1;p<=f;++p)o[kl[p]>>c]=h}else for(o=new cs(n),s=0;s<n;++s)i[s]&&(o[s]=kl[a[i[s]-1]++]>>15-i[s]);return o}),nr=new xn(288);for(xt=0;xt<144;++xt)nr[xt]=8;var xt;for(xt=144;xt<256;++xt)nr[xt]=9;var xt;for(xt=256;xt<280;++xt)nr[xt]=7;var xt;for(xt=280;xt<288;++xt)nr[xt]=8;var xt,$h=new xn(32);for(xt=0;xt<32;++xt)$h[xt]=5;var xt;var $g=tr(nr,9,1);var Jg=tr($h,5,1),Bl=function(i){for(var e=i[0],t=1;t<i.length;++t)i[t]>e&&(e=i[t]);return e},Tn=function(i,e,t){var n=e/8|0;return(i[n]|i[n+1]<<8)>>(e&7)&t},zl=function(i,e){var t=e/8|0;return(i[t]|i[t+1]<<8|i[t+2]<<16)>>(e&7)},Kg=function(i){return(i+7)/8|0},Qg=function(i,e,t){return(e==null||e<0)&&(e=0),(t==null||t>i.length)&&(t=i.length),new xn(i.subarray(e,t))};var jg=["unexpected EOF","invalid block type","invalid length/literal","invalid distance","stream finished","no stream handler",,"no callback","invalid UTF-8 data","extra field too long","date not in range 1980-2099","filename too long","stream finishing","invalid zip data"],An=function(i,e,t){var n=new Error(e||jg[i]);if(n.code=i,Error.captureStackTrace&&Error.captureStackTrace(n,An),!t)throw n;return n},e0=function(i,e,t,n){var s=i.length,r=n?n.length:0;if(!s||e.f&&!e.l)return t||new xn(0);var a=!t,o=a||e.i!=2,c=e.i;a&&(t=new xn(s*3));var h=function(Xe){var ot=t.length;if(Xe>ot){var lt=new xn(Math.max(ot*2,Xe));lt.set(t),t=lt}},d=e.f||0,p=e.p||0,f=e.b||0,g=e.l,y=e.d,T=e.m,_=e.n,x=s*8;do{if(!g){d=Tn(i,p,1);var R=Tn(i,p+1,3);if(p+=3,R)if(R==1)g=$g,y=Jg,T=9,_=5;else if(R==2){var L=Tn(i,p,31)+257,v=Tn(i,p+10,15)+4,E=L+Tn(i,p+5,31)+1;p+=14;for(var k=new xn(E),O=new xn(19),B=0;B<v;++B)O[qg[B]]=Tn(i,p+B*3,7);p+=v*3;for(var X=Bl(O),K=(1<<X)-1,D=tr(O,X,1),B=0;B<E;){var Z=D[Tn(i,p,K)];p+=Z&15;var N=Z>>4;if(N<16)k[B++]=N;else{var q=0,J=0;for(N==16?(J=3+Tn(i,p,3),p+=2,q=k[B-1]):N==17?(J=3+Tn(i,p,7),p+=3):N==18&&(J=11+Tn(i,p,127),p+=7);J--;)k[B++]=q}}var fe=k.subarray(0,L),$=k.subarray(L);T=Bl(fe),_=Bl($),g=tr(fe,T,1),y=tr($,_,1)}else An(1);else{var N=Kg(p)+4,P=i[N-4]|i[N-3]<<8,U=N+P;if(U>s){c&&An(0);break}o&&h(f+P),t.set(i.subarray(N,U),f),e.b=f+=P,e.p=p=U*8,e.f=d;continue}if(p>x){c&&An(0);break}}o&&h(f+131072);for(var ae=(1<<T)-1,ce=(1<<_)-1,Se=p;;Se=p){var q=g[zl(i,p)&ae],Ne=q>>4;if(p+=q&15,p>x){c&&An(0);break}if(q||An(2),Ne<256)t[f++]=Ne;else if(Ne==256){Se=p,g=null;break}else{var ne=Ne-254;if(Ne>264){var B=Ne-257,be=Vh[B];ne=Tn(i,p,(1<<be)-1)+Yh[B],p+=be}var Be=y[zl(i,p)&ce],He=Be>>4;Be||An(3),p+=Be&15;var $=Zg[He];if(He>3){var be=Wh[He];$+=zl(i,p)&(1<<be)-1,p+=be}if(p>x){c&&An(0);break}o&&h(f+131072);var de=f+ne;if(f<$){var We=r-$,mt=Math.min($,de);for(We+f<0&&An(3);f<mt;++f)t[f]=n[We+f]}for(;f<de;++f)t[f]=t[f-$]}}e.l=g,e.p=Se,e.b=f,e.f=d,g&&(d=1,e.m=T,e.d=y,e.n=_)}while(!d);return f!=t.length&&a?Qg(t,0,f):t.subarray(0,f)};var t0=new xn(0);var n0=function(i,e){return((i[0]&15)!=8||i[0]>>4>7||(i[0]<<8|i[1])%31)&&An(6,"invalid zlib data"),(i[1]>>5&1)==+!e&&An(6,"invalid zlib data: "+(i[1]&32?"need":"unexpected")+" dictionary"),(i[1]>>3&4)+2};function hs(i,e){return e0(i.subarray(n0(i,e&&e.dictionary),-4),{i:2},e&&e.out,e&&e.dictionary)}var i0=typeof TextDecoder<"u"&&new TextDecoder,s0=0;try{i0.decode(t0,{stream:!0}),s0=1}catch{}var ho=class extends wi{constructor(e){super(e),this.type=wt,this.outputFormat=Pt,this.part=0}parse(e){let k=Math.pow(2.7182818,2.2),O=null,B=null;function X(u,l){let m=0;for(let w=0;w<65536;++w)(w==0||u[w>>3]&1<<(w&7))&&(l[m++]=w);let M=m-1;for(;m<65536;)l[m++]=0;return M}function K(u){for(let l=0;l<16384;l++)u[l]={},u[l].len=0,u[l].lit=0,u[l].p=null}let D={l:0,c:0,lc:0};function Z(u,l,m,M,w){for(;m<u;)l=l<<8|Te(M,w),m+=8;m-=u,D.l=l>>m&(1<<u)-1,D.c=l,D.lc=m}let q=new Array(59);function J(u){for(let m=0;m<=58;++m)q[m]=0;for(let m=0;m<65537;++m)q[u[m]]+=1;let l=0;for(let m=58;m>0;--m){let M=l+q[m]>>1;q[m]=l,l=M}for(let m=0;m<65537;++m){let M=u[m];M>0&&(u[m]=M|q[M]++<<6)}}function fe(u,l,m,M,w,I){let A=l,G=0,z=0;for(;M<=w;M++){if(A.value-l.value>m)return!1;Z(6,G,z,u,A);let H=D.l;if(G=D.c,z=D.lc,I[M]=H,H==63){if(A.value-l.value>m)throw new Error("THREE.EXRLoader: Something wrong with hufUnpackEncTable");Z(8,G,z,u,A);let W=D.l+6;if(G=D.c,z=D.lc,M+W>w+1)throw new Error("THREE.EXRLoader: Something wrong with hufUnpackEncTable");for(;W--;)I[M++]=0;M--}else if(H>=59){let W=H-59+2;if(M+W>w+1)throw new Error("THREE.EXRLoader: Something wrong with hufUnpackEncTable");for(;W--;)I[M++]=0;M--}}J(I)}function $(u){return u&63}function ae(u){return u>>6}function ce(u,l,m,M){for(;l<=m;l++){let w=ae(u[l]),I=$(u[l]);if(w>>I)throw new Error("THREE.EXRLoader: Invalid table entry");if(I>14){let A=M[w>>I-14];if(A.len)throw new Error("THREE.EXRLoader: Invalid table entry");if(A.lit++,A.p){let G=A.p;A.p=new Array(A.lit);for(let z=0;z<A.lit-1;++z)A.p[z]=G[z]}else A.p=new Array(1);A.p[A.lit-1]=l}else if(I){let A=0;for(let G=1<<14-I;G>0;G--){let z=M[(w<<14-I)+A];if(z.len||z.p)throw new Error("THREE.EXRLoader: Invalid table entry");z.len=I,z.lit=l,A++}}}return!0}let Se={c:0,lc:0};function Ne(u,l,m,M){u=u<<8|Te(m,M),l+=8,Se.c=u,Se.lc=l}let ne={c:0,lc:0};function be(u,l,m,M,w,I,A,G,z){if(u==l){M<8&&(Ne(m,M,w,I),m=Se.c,M=Se.lc),M-=8;let H=m>>M;if(H=new Uint8Array([H])[0],G.value+H>z)return!1;let W=A[G.value-1];for(;H-- >0;)A[G.value++]=W}else if(G.value<z)A[G.value++]=u;else return!1;ne.c=m,ne.lc=M}function Be(u){return u&65535}function He(u){let l=Be(u);return l>32767?l-65536:l}let de={a:0,b:0};function We(u,l){let m=He(u),w=He(l),I=m+(w&1)+(w>>1),A=I,G=I-w;de.a=A,de.b=G}function mt(u,l){let m=Be(u),M=Be(l),w=m-(M>>1)&65535,I=M+w-32768&65535;de.a=I,de.b=w}function Xe(u,l,m,M,w,I,A){let G=A<16384,z=m>w?w:m,H=1,W,re;for(;H<=z;)H<<=1;for(H>>=1,W=H,H>>=1;H>=1;){re=0;let j=re+I*(w-W),ee=I*H,ue=I*W,pe=M*H,ge=M*W,Ce,Ye,he,Je;for(;re<=j;re+=ue){let Me=re,Pe=re+M*(m-W);for(;Me<=Pe;Me+=ge){let De=Me+pe,pt=Me+ee,it=pt+pe;G?(We(u[Me+l],u[pt+l]),Ce=de.a,he=de.b,We(u[De+l],u[it+l]),Ye=de.a,Je=de.b,We(Ce,Ye),u[Me+l]=de.a,u[De+l]=de.b,We(he,Je),u[pt+l]=de.a,u[it+l]=de.b):(mt(u[Me+l],u[pt+l]),Ce=de.a,he=de.b,mt(u[De+l],u[it+l]),Ye=de.a,Je=de.b,mt(Ce,Ye),u[Me+l]=de.a,u[De+l]=de.b,mt(he,Je),u[pt+l]=de.a,u[it+l]=de.b)}if(m&H){let De=Me+ee;G?We(u[Me+l],u[De+l]):mt(u[Me+l],u[De+l]),Ce=de.a,u[De+l]=de.b,u[Me+l]=Ce}}if(w&H){let Me=re,Pe=re+M*(m-W);for(;Me<=Pe;Me+=ge){let De=Me+pe;G?We(u[Me+l],u[De+l]):mt(u[Me+l],u[De+l]),Ce=de.a,u[De+l]=de.b,u[Me+l]=Ce}}W=H,H>>=1}return re}function ot(u,l,m,M,w,I,A,G,z){let H=0,W=0,re=A,j=Math.trunc(M.value+(w+7)/8);for(;M.value<j;)for(Ne(H,W,m,M),H=Se.c,W=Se.lc;W>=14;){let ue=H>>W-14&16383,pe=l[ue];if(pe.len)W-=pe.len,be(pe.lit,I,H,W,m,M,G,z,re),H=ne.c,W=ne.lc;else{if(!pe.p)throw new Error("THREE.EXRLoader: hufDecode issues");let ge;for(ge=0;ge<pe.lit;ge++){let Ce=$(u[pe.p[ge]]);for(;W<Ce&&M.value<j;)Ne(H,W,m,M),H=Se.c,W=Se.lc;if(W>=Ce&&ae(u[pe.p[ge]])==(H>>W-Ce&(1<<Ce)-1)){W-=Ce,be(pe.p[ge],I,H,W,m,M,G,z,re),H=ne.c,W=ne.lc;break}}if(ge==pe.lit)throw new Error("THREE.EXRLoader: hufDecode issues")}}let ee=8-w&7;for(H>>=ee,W-=ee;W>0;){let ue=l[H<<14-W&16383];if(ue.len)W-=ue.len,be(ue.lit,I,H,W,m,M,G,z,re),H=ne.c,W=ne.lc;else throw new Error("THREE.EXRLoader: hufDecode issues")}return!0}function lt(u,l,m,M,w,I){let A={value:0},G=m.value,z=se(l,m),H=se(l,m);m.value+=4;let W=se(l,m);if(m.value+=4,z<0||z>=65537||H<0||H>=65537)throw new Error("THREE.EXRLoader: Something wrong with HUF_ENCSIZE");let re=new Array(65537),j=new Array(16384);K(j);let ee=M-(m.value-G);if(fe(u,m,ee,z,H,re),W>8*(M-(m.value-G)))throw new Error("THREE.EXRLoader: Something wrong with hufUncompress");ce(re,z,H,j),ot(re,j,u,m,W,H,I,w,A)}function st(u,l,m){for(let M=0;M<m;++M)l[M]=u[l[M]]}function Rt(u){for(let l=1;l<u.length;l++){let m=u[l-1]+u[l]-128;u[l]=m}}function St(u,l){let m=0,M=Math.floor((u.length+1)/2),w=0,I=u.length-1;for(;!(w>I||(l[w++]=u[m++],w>I));)l[w++]=u[M++]}function Ct(u){let l=u.byteLength,m=new Array,M=0,w=new DataView(u);for(;l>0;){let I=w.getInt8(M++);if(I<0){let A=-I;l-=A+1;for(let G=0;G<A;G++)m.push(w.getUint8(M++))}else{let A=I;l-=2;let G=w.getUint8(M++);for(let z=0;z<A+1;z++)m.push(G)}}return m}function ft(u,l,m,M,w,I){let A=new DataView(I.buffer),G=m[u.idx[0]].width,z=m[u.idx[0]].height,H=3,W=Math.floor(G/8),re=Math.ceil(G/8),j=Math.ceil(z/8),ee=G-(re-1)*8,ue=z-(j-1)*8,pe={value:0},ge=new Array(H),Ce=new Array(H),Ye=new Array(H),he=new Array(H),Je=new Array(H);for(let Pe=0;Pe<H;++Pe)Je[Pe]=l[u.idx[Pe]],ge[Pe]=Pe<1?0:ge[Pe-1]+re*j,Ce[Pe]=new Float32Array(64),Ye[Pe]=new Uint16Array(64),he[Pe]=new Uint16Array(re*64);for(let Pe=0;Pe<j;++Pe){let De=8;Pe==j-1&&(De=ue);let pt=8;for(let $e=0;$e<re;++$e){$e==re-1&&(pt=ee);for(let ze=0;ze<H;++ze)Ye[ze].fill(0),Ye[ze][0]=w[ge[ze]++],Et(pe,M,Ye[ze]),zt(Ye[ze],Ce[ze]),Wt(Ce[ze]);H==3&&Xt(Ce);for(let ze=0;ze<H;++ze)Fe(Ce[ze],he[ze],$e*64)}let it=0;for(let $e=0;$e<H;++$e){let ze=m[u.idx[$e]].type;for(let at=8*Pe;at<8*Pe+De;++at){it=Je[$e][at];for(let Tt=0;Tt<W;++Tt){let Qe=Tt*64+(at&7)*8;A.setUint16(it+0*ze,he[$e][Qe+0],!0),A.setUint16(it+2*ze,he[$e][Qe+1],!0),A.setUint16(it+4*ze,he[$e][Qe+2],!0),A.setUint16(it+6*ze,he[$e][Qe+3],!0),A.setUint16(it+8*ze,he[$e][Qe+4],!0),A.setUint16(it+10*ze,he[$e][Qe+5],!0),A.setUint16(it+12*ze,he[$e][Qe+6],!0),A.setUint16(it+14*ze,he[$e][Qe+7],!0),it+=16*ze}}if(W!=re)for(let at=8*Pe;at<8*Pe+De;++at){let Tt=Je[$e][at]+8*W*2*ze,Qe=W*64+(at&7)*8;for(let yt=0;yt<pt;++yt)A.setUint16(Tt+yt*2*ze,he[$e][Qe+yt],!0)}}}let Me=new Uint16Array(G);A=new DataView(I.buffer);for(let Pe=0;Pe<H;++Pe){m[u.idx[Pe]].decoded=!0;let De=m[u.idx[Pe]].type;if(m[Pe].type==2)for(let pt=0;pt<z;++pt){let it=Je[Pe][pt];for(let $e=0;$e<G;++$e)Me[$e]=A.getUint16(it+$e*2*De,!0);for(let $e=0;$e<G;++$e)A.setFloat32(it+$e*2*De,ye.fromHalfFloat(Me[$e]),!0)}}}function Vt(u,l,m,M,w,I){let A=new DataView(I.buffer),G=m[u],z=G.width,H=G.height,W=Math.ceil(z/8),re=Math.ceil(H/8),j=Math.floor(z/8),ee=z-(W-1)*8,ue=H-(re-1)*8,pe={value:0},ge=0,Ce=new Float32Array(64),Ye=new Uint16Array(64),he=new Uint16Array(W*64);for(let Je=0;Je<re;++Je){let Me=8;Je==re-1&&(Me=ue);for(let Pe=0;Pe<W;++Pe)Ye.fill(0),Ye[0]=w[ge++],Et(pe,M,Ye),zt(Ye,Ce),Wt(Ce),Fe(Ce,he,Pe*64);for(let Pe=8*Je;Pe<8*Je+Me;++Pe){let De=l[u][Pe];for(let pt=0;pt<j;++pt){let it=pt*64+(Pe&7)*8;for(let $e=0;$e<8;++$e)A.setUint16(De+$e*2*G.type,he[it+$e],!0);De+=16*G.type}if(W!=j){let pt=j*64+(Pe&7)*8;for(let it=0;it<ee;++it)A.setUint16(De+it*2*G.type,he[pt+it],!0)}}}G.decoded=!0}function Et(u,l,m){let M,w=1;for(;w<64;)M=l[u.value],M==65280?w=64:M>>8==255?w+=M&255:(m[w]=M,w++),u.value++}function zt(u,l){l[0]=ye.fromHalfFloat(u[0]),l[1]=ye.fromHalfFloat(u[1]),l[2]=ye.fromHalfFloat(u[5]),l[3]=ye.fromHalfFloat(u[6]),l[4]=ye.fromHalfFloat(u[14]),l[5]=ye.fromHalfFloat(u[15]),l[6]=ye.fromHalfFloat(u[27]),l[7]=ye.fromHalfFloat(u[28]),l[8]=ye.fromHalfFloat(u[2]),l[9]=ye.fromHalfFloat(u[4]),l[10]=ye.fromHalfFloat(u[7]),l[11]=ye.fromHalfFloat(u[13]),l[12]=ye.fromHalfFloat(u[16]),l[13]=ye.fromHalfFloat(u[26]),l[14]=ye.fromHalfFloat(u[29]),l[15]=ye.fromHalfFloat(u[42]),l[16]=ye.fromHalfFloat(u[3]),l[17]=ye.fromHalfFloat(u[8]),l[18]=ye.fromHalfFloat(u[12]),l[19]=ye.fromHalfFloat(u[17]),l[20]=ye.fromHalfFloat(u[25]),l[21]=ye.fromHalfFloat(u[30]),l[22]=ye.fromHalfFloat(u[41]),l[23]=ye.fromHalfFloat(u[43]),l[24]=ye.fromHalfFloat(u[9]),l[25]=ye.fromHalfFloat(u[11]),l[26]=ye.fromHalfFloat(u[18]),l[27]=ye.fromHalfFloat(u[24]),l[28]=ye.fromHalfFloat(u[31]),l[29]=ye.fromHalfFloat(u[40]),l[30]=ye.fromHalfFloat(u[44]),l[31]=ye.fromHalfFloat(u[53]),l[32]=ye.fromHalfFloat(u[10]),l[33]=ye.fromHalfFloat(u[19]),l[34]=ye.fromHalfFloat(u[23]),l[35]=ye.fromHalfFloat(u[32]),l[36]=ye.fromHalfFloat(u[39]),l[37]=ye.fromHalfFloat(u[45]),l[38]=ye.fromHalfFloat(u[52]),l[39]=ye.fromHalfFloat(u[54]),l[40]=ye.fromHalfFloat(u[20]),l[41]=ye.fromHalfFloat(u[22]),l[42]=ye.fromHalfFloat(u[33]),l[43]=ye.fromHalfFloat(u[38]),l[44]=ye.fromHalfFloat(u[46]),l[45]=ye.fromHalfFloat(u[51]),l[46]=ye.fromHalfFloat(u[55]),l[47]=ye.fromHalfFloat(u[60]),l[48]=ye.fromHalfFloat(u[21]),l[49]=ye.fromHalfFloat(u[34]),l[50]=ye.fromHalfFloat(u[37]),l[51]=ye.fromHalfFloat(u[47]),l[52]=ye.fromHalfFloat(u[50]),l[53]=ye.fromHalfFloat(u[56]),l[54]=ye.fromHalfFloat(u[59]),l[55]=ye.fromHalfFloat(u[61]),l[56]=ye.fromHalfFloat(u[35]),l[57]=ye.fromHalfFloat(u[36]),l[58]=ye.fromHalfFloat(u[48]),l[59]=ye.fromHalfFloat(u[49]),l[60]=ye.fromHalfFloat(u[57]),l[61]=ye.fromHalfFloat(u[58]),l[62]=ye.fromHalfFloat(u[62]),l[63]=ye.fromHalfFloat(u[63])}function Wt(u){let l=.5*Math.cos(.7853975),m=.5*Math.cos(3.14159/16),M=.5*Math.cos(3.14159/8),w=.5*Math.cos(3*3.14159/16),I=.5*Math.cos(5*3.14159/16),A=.5*Math.cos(3*3.14159/8),G=.5*Math.cos(7*3.14159/16),z=new Array(4),H=new Array(4),W=new Array(4),re=new Array(4);for(let j=0;j<8;++j){let ee=j*8;z[0]=M*u[ee+2],z[1]=A*u[ee+2],z[2]=M*u[ee+6],z[3]=A*u[ee+6],H[0]=m*u[ee+1]+w*u[ee+3]+I*u[ee+5]+G*u[ee+7],H[1]=w*u[ee+1]-G*u[ee+3]-m*u[ee+5]-I*u[ee+7],H[2]=I*u[ee+1]-m*u[ee+3]+G*u[ee+5]+w*u[ee+7],H[3]=G*u[ee+1]-I*u[ee+3]+w*u[ee+5]-m*u[ee+7],W[0]=l*(u[ee+0]+u[ee+4]),W[3]=l*(u[ee+0]-u[ee+4]),W[1]=z[0]+z[3],W[2]=z[1]-z[2],re[0]=W[0]+W[1],re[1]=W[3]+W[2],re[2]=W[3]-W[2],re[3]=W[0]-W[1],u[ee+0]=re[0]+H[0],u[ee+1]=re[1]+H[1],u[ee+2]=re[2]+H[2],u[ee+3]=re[3]+H[3],u[ee+4]=re[3]-H[3],u[ee+5]=re[2]-H[2],u[ee+6]=re[1]-H[1],u[ee+7]=re[0]-H[0]}for(let j=0;j<8;++j)z[0]=M*u[16+j],z[1]=A*u[16+j],z[2]=M*u[48+j],z[3]=A*u[48+j],H[0]=m*u[8+j]+w*u[24+j]+I*u[40+j]+G*u[56+j],H[1]=w*u[8+j]-G*u[24+j]-m*u[40+j]-I*u[56+j],H[2]=I*u[8+j]-m*u[24+j]+G*u[40+j]+w*u[56+j],H[3]=G*u[8+j]-I*u[24+j]+w*u[40+j]-m*u[56+j],W[0]=l*(u[j]+u[32+j]),W[3]=l*(u[j]-u[32+j]),W[1]=z[0]+z[3],W[2]=z[1]-z[2],re[0]=W[0]+W[1],re[1]=W[3]+W[2],re[2]=W[3]-W[2],re[3]=W[0]-W[1],u[0+j]=re[0]+H[0],u[8+j]=re[1]+H[1],u[16+j]=re[2]+H[2],u[24+j]=re[3]+H[3],u[32+j]=re[3]-H[3],u[40+j]=re[2]-H[2],u[48+j]=re[1]-H[1],u[56+j]=re[0]-H[0]}function Xt(u){for(let l=0;l<64;++l){let m=u[0][l],M=u[1][l],w=u[2][l];u[0][l]=m+1.5747*w,u[1][l]=m-.1873*M-.4682*w,u[2][l]=m+1.8556*M}}let b=new Float32Array(1),me=new Uint32Array(b.buffer);function we(u){b[0]=u;let l=me[0],m=l>>>16&32768,M=l&2147483647;if(M>=1199570944)return m|(M>2139095040?32256:31744);if(M<947912704)return b[0]=Math.abs(u)+.5,m|me[0]-1056964608;let w=M+4095+(M>>>13&1);return m|w-939524096>>>13}function Fe(u,l,m){if(B===null){B=new Uint16Array(65536);for(let M=1;M<65536;++M){if((M&31744)===31744)continue;let w=ye.fromHalfFloat(M),I=Math.abs(w),A=I<=1?Math.pow(I,2.2):Math.pow(k,I-1);B[M]=we(w<0?-A:A)}}for(let M=0;M<64;++M)l[m+M]=B[we(u[M])]}function oe(u){return new DataView(u.array.buffer,u.offset.value,u.size)}function Ge(u){let l=u.viewer.buffer.slice(u.offset.value,u.offset.value+u.size),m=new Uint8Array(Ct(l)),M=new Uint8Array(m.length);return Rt(m),St(m,M),new DataView(M.buffer)}function Ue(u){let l=u.array.slice(u.offset.value,u.offset.value+u.size),m=hs(l),M=new Uint8Array(m.length);return Rt(m),St(m,M),new DataView(M.buffer)}function ke(u){let l=u.viewer,m={value:u.offset.value},M=new Uint16Array(u.columns*u.lines*(u.inputChannels.length*u.type)),w=new Uint8Array(8192),I=0,A=new Array(u.inputChannels.length);for(let ue=0,pe=u.inputChannels.length;ue<pe;ue++)A[ue]={},A[ue].start=I,A[ue].end=A[ue].start,A[ue].nx=u.columns,A[ue].ny=u.lines,A[ue].size=u.type,I+=A[ue].nx*A[ue].ny*A[ue].size;let G=xe(l,m),z=xe(l,m);if(z>=8192)throw new Error("THREE.EXRLoader: Something is wrong with PIZ_COMPRESSION BITMAP_SIZE");if(G<=z)for(let ue=0;ue<z-G+1;ue++)w[ue+G]=F(l,m);let H=new Uint16Array(65536),W=X(w,H),re=se(l,m);lt(u.array,l,m,re,M,I);for(let ue=0;ue<u.inputChannels.length;++ue){let pe=A[ue];for(let ge=0;ge<A[ue].size;++ge)Xe(M,pe.start+ge,pe.nx,pe.size,pe.ny,pe.nx*pe.size,W)}st(H,M,I);let j=0,ee=new Uint8Array(M.buffer.byteLength);for(let ue=0;ue<u.lines;ue++)for(let pe=0;pe<u.inputChannels.length;pe++){let ge=A[pe],Ce=ge.nx*ge.size,Ye=new Uint8Array(M.buffer,ge.end*2,Ce*2);ee.set(Ye,j),j+=Ce*2,ge.end+=Ce}return new DataView(ee.buffer)}function C(u){let l=u.array.slice(u.offset.value,u.offset.value+u.size),m=hs(l),M=u.inputChannels.length*u.lines*u.columns*u.totalBytes,w=new ArrayBuffer(M),I=new DataView(w),A=0,G=0,z=new Array(4);for(let H=0;H<u.lines;H++)for(let W=0;W<u.inputChannels.length;W++){let re=0;switch(u.inputChannels[W].pixelType){case 1:z[0]=A,z[1]=z[0]+u.columns,A=z[1]+u.columns;for(let ee=0;ee<u.columns;++ee){let ue=m[z[0]++]<<8|m[z[1]++];re+=ue,I.setUint16(G,re,!0),G+=2}break;case 2:z[0]=A,z[1]=z[0]+u.columns,z[2]=z[1]+u.columns,A=z[2]+u.columns;for(let ee=0;ee<u.columns;++ee){let ue=m[z[0]++]<<24|m[z[1]++]<<16|m[z[2]++]<<8;re+=ue,I.setUint32(G,re,!0),G+=4}break}}return I}function S(u){let l=u.array,m=u.offset.value,M=u.columns,w=u.lines,I=u.inputChannels,A=u.totalBytes,G=kt.compression==="B44A_COMPRESSION",z=new Uint8Array(w*M*A),H=new Uint16Array(16),W=0;for(let re=0;re<I.length;re++){let j=I[re],ee=j.pixelType*2,ue=Math.ceil(M/j.xSampling),pe=Math.ceil(w/j.ySampling),ge=j.xSampling===1&&j.ySampling===1;if(j.pixelType!==1){for(let he=0;he<pe;he++)if(ge){let Je=he*M*A+W*M;for(let Me=0;Me<ue*ee;Me++)z[Je+Me]=l[m++]}else m+=ue*ee;W+=ee;continue}let Ce=Math.ceil(ue/4),Ye=Math.ceil(pe/4);for(let he=0;he<Ye;he++)for(let Je=0;Je<Ce;Je++){if(G&&l[m+2]>=52){let Me=l[m]<<8|l[m+1],Pe=Me&32768?Me&32767:~Me&65535;H.fill(Pe),m+=3}else{let Me=l[m]<<8|l[m+1],Pe=l[m+2]>>2,De=32<<Pe,pt=Me+((l[m+2]<<4|l[m+3]>>4)&63)*(1<<Pe)-De&65535,it=pt+((l[m+3]<<2|l[m+4]>>6)&63)*(1<<Pe)-De&65535,$e=it+(l[m+4]&63)*(1<<Pe)-De&65535,ze=Me+(l[m+5]>>2&63)*(1<<Pe)-De&65535,at=pt+((l[m+5]<<4|l[m+6]>>4)&63)*(1<<Pe)-De&65535,Tt=it+((l[m+6]<<2|l[m+7]>>6)&63)*(1<<Pe)-De&65535,Qe=$e+(l[m+7]&63)*(1<<Pe)-De&65535,yt=ze+(l[m+8]>>2&63)*(1<<Pe)-De&65535,Zt=at+((l[m+8]<<4|l[m+9]>>4)&63)*(1<<Pe)-De&65535,$n=Tt+((l[m+9]<<2|l[m+10]>>6)&63)*(1<<Pe)-De&65535,In=Qe+(l[m+10]&63)*(1<<Pe)-De&65535,mi=yt+(l[m+11]>>2&63)*(1<<Pe)-De&65535,dr=Zt+((l[m+11]<<4|l[m+12]>>4)&63)*(1<<Pe)-De&65535,pr=$n+((l[m+12]<<2|l[m+13]>>6)&63)*(1<<Pe)-De&65535,mr=In+(l[m+13]&63)*(1<<Pe)-De&65535,xs=[Me,ze,yt,mi,pt,at,Zt,dr,it,Tt,$n,pr,$e,Qe,In,mr];for(let Ii=0;Ii<16;Ii++)H[Ii]=xs[Ii]&32768?xs[Ii]&32767:~xs[Ii]&65535;m+=14}if(j.pLinear){if(O===null){O=new Uint16Array(65536);for(let Me=0;Me<65536;Me++)if((Me&31744)===31744||Me>32768)O[Me]=0;else{let Pe=ye.fromHalfFloat(Me);O[Me]=Pe<=0?0:ye.toHalfFloat(8*Math.log(Pe))}}for(let Me=0;Me<16;Me++)H[Me]=O[H[Me]]}for(let Me=0;Me<4;Me++){let Pe=he*4+Me;if(!(Pe>=pe))for(let De=0;De<4;De++){let pt=Je*4+De;if(pt>=ue)continue;let it=H[Me*4+De];for(let $e=0;$e<j.ySampling;$e++){let ze=Pe*j.ySampling+$e;if(!(ze>=w))for(let at=0;at<j.xSampling;at++){let Tt=pt*j.xSampling+at;if(Tt>=M)continue;let Qe=ze*M*A+W*M+Tt*2;z[Qe]=it&255,z[Qe+1]=it>>8&255}}}}}W+=2}return new DataView(z.buffer)}function Y(u){let l=u.viewer,m={value:u.offset.value},M=new Uint8Array(u.columns*u.lines*(u.inputChannels.length*u.type*2)),w={version:ie(l,m),unknownUncompressedSize:ie(l,m),unknownCompressedSize:ie(l,m),acCompressedSize:ie(l,m),dcCompressedSize:ie(l,m),rleCompressedSize:ie(l,m),rleUncompressedSize:ie(l,m),rleRawSize:ie(l,m),totalAcUncompressedCount:ie(l,m),totalDcUncompressedCount:ie(l,m),acCompression:ie(l,m)};if(w.version<2)throw new Error("THREE.EXRLoader: "+kt.compression+" version "+w.version+" is unsupported");let I=new Array,A=xe(l,m)-2;for(;A>0;){let pe=_e(l.buffer,m),ge=F(l,m),Ce=ge>>2&3,Ye=(ge>>4)-1,he=new Int8Array([Ye])[0],Je=F(l,m);I.push({name:pe,index:he,type:Je,compression:Ce}),A-=pe.length+3}let G=kt.channels,z=new Array(u.inputChannels.length);for(let pe=0;pe<u.inputChannels.length;++pe){let ge=z[pe]={},Ce=G[pe];ge.name=Ce.name,ge.compression=0,ge.decoded=!1,ge.type=Ce.pixelType,ge.pLinear=Ce.pLinear,ge.width=u.columns,ge.height=u.lines}let H={idx:new Array(3)};for(let pe=0;pe<u.inputChannels.length;++pe){let ge=z[pe],Ce=ge.name.lastIndexOf("."),Ye=Ce>=0?ge.name.substring(Ce+1):ge.name;for(let he=0;he<I.length;++he){let Je=I[he];Ye===Je.name&&ge.type===Je.type&&(ge.compression=Je.compression,Je.index>=0&&(H.idx[Je.index]=pe),ge.offset=pe)}}let W,re,j;if(w.acCompressedSize>0)switch(w.acCompression){case 0:W=new Uint16Array(w.totalAcUncompressedCount),lt(u.array,l,m,w.acCompressedSize,W,w.totalAcUncompressedCount);break;case 1:let pe=u.array.slice(m.value,m.value+w.totalAcUncompressedCount),ge=hs(pe);W=new Uint16Array(ge.buffer),m.value+=w.totalAcUncompressedCount;break}if(w.dcCompressedSize>0){let pe={array:u.array,offset:m,size:w.dcCompressedSize};re=new Uint16Array(Ue(pe).buffer),m.value+=w.dcCompressedSize}if(w.rleRawSize>0){let pe=u.array.slice(m.value,m.value+w.rleCompressedSize),ge=hs(pe);j=Ct(ge.buffer),m.value+=w.rleCompressedSize}let ee=0,ue=new Array(z.length);for(let pe=0;pe<ue.length;++pe)ue[pe]=new Array;for(let pe=0;pe<u.lines;++pe)for(let ge=0;ge<z.length;++ge)ue[ge].push(ee),ee+=z[ge].width*u.type*2;H.idx[0]!==void 0&&z[H.idx[0]]&&ft(H,ue,z,W,re,M);for(let pe=0;pe<z.length;++pe){let ge=z[pe];if(!ge.decoded)switch(ge.compression){case 2:let Ce=0,Ye=0;for(let he=0;he<u.lines;++he){let Je=ue[pe][Ce];for(let Me=0;Me<ge.width;++Me){for(let Pe=0;Pe<2*ge.type;++Pe)M[Je++]=j[Ye+Pe*ge.width*ge.height];Ye++}Ce++}break;case 1:Vt(pe,ue,z,W,re,M);break;default:throw new Error("THREE.EXRLoader: unsupported channel compression")}}return new DataView(M.buffer)}function _e(u,l){let m=new Uint8Array(u),M=0;for(;m[l.value+M]!=0;)M+=1;let w=new TextDecoder().decode(m.slice(l.value,l.value+M));return l.value=l.value+M+1,w}function le(u,l,m){let M=new TextDecoder().decode(new Uint8Array(u).slice(l.value,l.value+m));return l.value=l.value+m,M}function Ee(u,l){let m=te(u,l),M=se(u,l);return[m,M]}function Ie(u,l){let m=se(u,l),M=se(u,l);return[m,M]}function te(u,l){let m=u.getInt32(l.value,!0);return l.value=l.value+4,m}function se(u,l){let m=u.getUint32(l.value,!0);return l.value=l.value+4,m}function Te(u,l){let m=u[l.value];return l.value=l.value+1,m}function F(u,l){let m=u.getUint8(l.value);return l.value=l.value+1,m}let ie=function(u,l){let m=Number(u.getBigInt64(l.value,!0));return l.value+=8,m};function Q(u,l){let m=u.getFloat32(l.value,!0);return l.value+=4,m}function Re(u,l){return ye.toHalfFloat(Q(u,l))}function xe(u,l){let m=u.getUint16(l.value,!0);return l.value+=2,m}function Ae(u,l){return ye.fromHalfFloat(xe(u,l))}function Ve(u,l,m,M){let w=m.value,I=[];for(;m.value<w+M-1;){let A=_e(l,m),G=te(u,m),z=F(u,m);m.value+=3;let H=te(u,m),W=te(u,m);I.push({name:A,pixelType:G,pLinear:z,xSampling:H,ySampling:W})}return m.value+=1,I}function nt(u,l){let m=Q(u,l),M=Q(u,l),w=Q(u,l),I=Q(u,l),A=Q(u,l),G=Q(u,l),z=Q(u,l),H=Q(u,l);return{redX:m,redY:M,greenX:w,greenY:I,blueX:A,blueY:G,whiteX:z,whiteY:H}}function ve(u,l){let m=["NO_COMPRESSION","RLE_COMPRESSION","ZIPS_COMPRESSION","ZIP_COMPRESSION","PIZ_COMPRESSION","PXR24_COMPRESSION","B44_COMPRESSION","B44A_COMPRESSION","DWAA_COMPRESSION","DWAB_COMPRESSION"],M=F(u,l);return m[M]}function qe(u,l){let m=te(u,l),M=te(u,l),w=te(u,l),I=te(u,l);return{xMin:m,yMin:M,xMax:w,yMax:I}}function tt(u,l){let m=["INCREASING_Y","DECREASING_Y","RANDOM_Y"],M=F(u,l);return m[M]}function Le(u,l){let m=["ENVMAP_LATLONG","ENVMAP_CUBE"],M=F(u,l);return m[M]}function _t(u,l){let m=["ONE_LEVEL","MIPMAP_LEVELS","RIPMAP_LEVELS"],M=["ROUND_DOWN","ROUND_UP"],w=se(u,l),I=se(u,l),A=F(u,l);return{xSize:w,ySize:I,levelMode:m[A&15],roundingMode:M[A>>4]}}function Lt(u,l){let m=Q(u,l),M=Q(u,l);return[m,M]}function Rn(u,l){let m=Q(u,l),M=Q(u,l),w=Q(u,l);return[m,M,w]}function ar(u,l,m,M,w){if(M==="string"||M==="stringvector"||M==="iccProfile")return le(l,m,w);if(M==="chlist")return Ve(u,l,m,w);if(M==="chromaticities")return nt(u,m);if(M==="compression")return ve(u,m);if(M==="box2i")return qe(u,m);if(M==="envmap")return Le(u,m);if(M==="tiledesc")return _t(u,m);if(M==="lineOrder")return tt(u,m);if(M==="float")return Q(u,m);if(M==="v2f")return Lt(u,m);if(M==="v3f")return Rn(u,m);if(M==="int")return te(u,m);if(M==="rational")return Ee(u,m);if(M==="timecode")return Ie(u,m);if(M==="preview"||M==="deepImageState"||M==="idmanifest")return m.value+=w,"skipped";m.value+=w}function ps(u,l){let m=Math.log2(u);return l=="ROUND_DOWN"?Math.floor(m):Math.ceil(m)}function vo(u,l,m){let M=0;switch(u.levelMode){case"ONE_LEVEL":M=1;break;case"MIPMAP_LEVELS":M=ps(Math.max(l,m),u.roundingMode)+1;break;case"RIPMAP_LEVELS":throw new Error("THREE.EXRLoader: RIPMAP_LEVELS tiles currently unsupported.")}return M}function ms(u,l,m,M){let w=new Array(u);for(let I=0;I<u;I++){let A=1<<I,G=l/A|0;M=="ROUND_UP"&&G*A<l&&(G+=1);let z=Math.max(G,1);w[I]=(z+m-1)/m|0}return w}function or(){let u=this,l=u.offset,m={value:0};for(let M=0;M<u.tileCount;M++){let w=te(u.viewer,l),I=te(u.viewer,l);l.value+=8,u.size=se(u.viewer,l);let A=w*u.blockWidth,G=I*u.blockHeight;u.columns=A+u.blockWidth>u.width?u.width-A:u.blockWidth,u.lines=G+u.blockHeight>u.height?u.height-G:u.blockHeight;let z=u.columns*u.totalBytes,W=u.size<u.lines*z?u.uncompress(u):oe(u);l.value+=u.size;for(let re=0;re<u.lines;re++){let j=re*u.columns*u.totalBytes;for(let ee=0;ee<u.inputChannels.length;ee++){let ue=kt.channels[ee].name,pe=u.channelByteOffsets[ue]*u.columns,ge=u.decodeChannels[ue];if(ge===void 0)continue;m.value=j+pe;let Ce=(u.height-(1+G+re))*u.outLineWidth;for(let Ye=0;Ye<u.columns;Ye++){let he=Ce+(Ye+A)*u.outputChannels+ge;u.byteArray[he]=u.getter(W,m)}}}}}function On(){let u=this,l=u.offset,m={value:0};for(let M=0;M<u.height/u.blockHeight;M++){let w=te(u.viewer,l)-kt.dataWindow.yMin;u.size=se(u.viewer,l),u.lines=w+u.blockHeight>u.height?u.height-w:u.blockHeight;let I=u.columns*u.totalBytes,G=u.size<u.lines*I?u.uncompress(u):oe(u);l.value+=u.size;for(let z=0;z<u.lines;z++){let H=w+z,W=z*I,re=(u.height-1-H)*u.outLineWidth;for(let j=0;j<u.inputChannels.length;j++){let ee=kt.channels[j].name,ue=u.channelByteOffsets[ee]*u.columns,pe=u.decodeChannels[ee];if(pe!==void 0){m.value=W+ue;for(let ge=0;ge<u.columns;ge++){let Ce=re+ge*u.outputChannels+pe;u.byteArray[Ce]=u.getter(G,m)}}}}}}function gs(){let u=this,l=u.chunkOffsets,m={value:0};for(let M=0;M<l.length;M++){let w={value:l[M]};w.value+=4;let I=te(u.viewer,w)-kt.dataWindow.yMin;u.size=se(u.viewer,w),u.lines=I+u.blockHeight>u.height?u.height-I:u.blockHeight;let A=u.columns*u.totalBytes,G=u.size<u.lines*A,z=u.offset;u.offset=w;let H=G?u.uncompress(u):oe(u);u.offset=z;for(let W=0;W<u.lines;W++){let re=I+W,j=W*A,ee=(u.height-1-re)*u.outLineWidth;for(let ue=0;ue<u.inputChannels.length;ue++){let pe=kt.channels[ue].name,ge=u.channelByteOffsets[pe]*u.columns,Ce=u.decodeChannels[pe];if(Ce!==void 0){m.value=j+ge;for(let Ye=0;Ye<u.columns;Ye++){let he=ee+Ye*u.outputChannels+Ce;u.byteArray[he]=u.getter(H,m)}}}}}}function _s(u,l,m,M){if(m===0)return null;let w=u.slice(l,l+m);switch(M){case"NO_COMPRESSION":return new DataView(w.buffer,w.byteOffset,w.byteLength);case"RLE_COMPRESSION":{let I=new Uint8Array(Ct(w.buffer.slice(w.byteOffset,w.byteOffset+w.byteLength))),A=new Uint8Array(I.length);return Rt(I),St(I,A),new DataView(A.buffer)}case"ZIPS_COMPRESSION":{let I=hs(w),A=new Uint8Array(I.length);return Rt(I),St(I,A),new DataView(A.buffer)}default:throw new Error("THREE.EXRLoader: "+M+" is unsupported for deep data")}}function lr(){let u=this,l=u.chunkOffsets,m=u.width,M=u.height,w=u.deepChannels,I=kt.compression,A=u.multiPart,G=u.decodeChannels,z=u.outputChannels,H=u.byteArray instanceof Uint16Array,W=-1;for(let re=0;re<w.length;re++)if(w[re].name==="A"){W=re;break}for(let re=0;re<l.length;re++){let j={value:l[re]};A&&(j.value+=4);let ee=te(u.viewer,j)-kt.dataWindow.yMin,ue=ie(u.viewer,j),pe=ie(u.viewer,j);ie(u.viewer,j);let ge=_s(u.array,j.value,ue,I);if(j.value+=ue,ge===null)continue;let Ce=new Uint32Array(m);for(let De=0;De<m;De++)Ce[De]=ge.getUint32(De*4,!0);let Ye=Ce[m-1];if(Ye===0){j.value+=pe;continue}let he=_s(u.array,j.value,pe,I),Je=[],Me=0;for(let De=0;De<w.length;De++)Je.push(Me),Me+=Ye*w[De].bytesPerSample;let Pe=(M-1-ee)*u.outLineWidth;for(let De=0;De<m;De++){let pt=De===0?0:Ce[De-1],$e=Ce[De]-pt;if($e===0)continue;let ze=new Float32Array(z),at=0;for(let Qe=0;Qe<$e;Qe++){let yt=pt+Qe,Zt=1-at;if(Zt<=0)break;let $n=1;if(W>=0){let In=w[W].bytesPerSample,mi=Je[W]+yt*In;$n=In===2?ye.fromHalfFloat(he.getUint16(mi,!0)):he.getFloat32(mi,!0)}for(let In=0;In<w.length;In++){let mi=w[In],dr=G[mi.name];if(dr===void 0)continue;let pr=mi.bytesPerSample,mr=Je[In]+yt*pr,xs=pr===2?ye.fromHalfFloat(he.getUint16(mr,!0)):he.getFloat32(mr,!0);ze[dr]+=xs*Zt}at+=$n*Zt}G.A!==void 0&&(ze[G.A]=at);let Tt=Pe+De*z;for(let Qe=0;Qe<z;Qe++)u.byteArray[Tt+Qe]=H?ye.toHalfFloat(ze[Qe]):ze[Qe]}}}function di(u,l,m){let M={},w=!1;for(;;){let I=_e(l,m);if(I==="")break;w=!0;let A=_e(l,m),G=se(u,m),z=ar(u,l,m,A,G);z===void 0?console.warn(`THREE.EXRLoader: Skipped unknown header attribute type '${A}'.`):M[I]=z}return w?M:null}function cr(u,l,m){if(u.getUint32(0,!0)!=20000630)throw new Error("THREE.EXRLoader: Provided file doesn't appear to be in OpenEXR format.");let M=u.getUint8(4),w=u.getUint8(5),I={singleTile:!!(w&2),longName:!!(w&4),deepFormat:!!(w&8),multiPart:!!(w&16)};m.value=8;let A=[];if(I.multiPart){for(;;){let G=di(u,l,m);if(G===null)break;G.version=M,G.spec=I,A.push(G)}if(A.length===0)throw new Error("THREE.EXRLoader: No valid part headers found.")}else{let G=di(u,l,m);G.version=M,G.spec=I,A.push(G)}return A}function hr(u,l,m,M,w,I){let A={size:0,viewer:l,array:m,offset:M,width:u.dataWindow.xMax-u.dataWindow.xMin+1,height:u.dataWindow.yMax-u.dataWindow.yMin+1,inputChannels:u.channels,channelByteOffsets:{},shouldExpand:!1,yCbCr:!1,totalBytes:null,columns:null,lines:null,type:null,uncompress:null,getter:null,format:null,colorSpace:tn};switch(u.compression){case"NO_COMPRESSION":A.blockHeight=1,A.uncompress=oe;break;case"RLE_COMPRESSION":A.blockHeight=1,A.uncompress=Ge;break;case"ZIPS_COMPRESSION":A.blockHeight=1,A.uncompress=Ue;break;case"ZIP_COMPRESSION":A.blockHeight=16,A.uncompress=Ue;break;case"PIZ_COMPRESSION":A.blockHeight=32,A.uncompress=ke;break;case"PXR24_COMPRESSION":A.blockHeight=16,A.uncompress=C;break;case"B44_COMPRESSION":case"B44A_COMPRESSION":A.blockHeight=32,A.uncompress=S;break;case"DWAA_COMPRESSION":A.blockHeight=32,A.uncompress=Y;break;case"DWAB_COMPRESSION":A.blockHeight=256,A.uncompress=Y;break;default:throw new Error("THREE.EXRLoader: "+u.compression+" is unsupported")}let G={};for(let j of u.channels)switch(j.name){case"BY":case"RY":case"Y":case"R":case"G":case"B":case"A":G[j.name]=!0,A.type=j.pixelType}let z=!1,H=!1;if(G.Y&&G.RY&&G.BY)A.outputChannels=4,A.yCbCr=!0;else if(G.R&&G.G&&G.B)A.outputChannels=4;else if(G.Y)A.outputChannels=1;else throw new Error("THREE.EXRLoader: file contains unsupported data channels.");switch(A.outputChannels){case 4:I==Pt?(z=!G.A,A.format=Pt,A.colorSpace=tn,A.outputChannels=4,A.decodeChannels={R:0,G:1,B:2,A:3}):I==ln?(A.format=ln,A.colorSpace=tn,A.outputChannels=2,A.decodeChannels={R:0,G:1}):I==ui?(A.format=ui,A.colorSpace=tn,A.outputChannels=1,A.decodeChannels={R:0}):H=!0;break;case 1:I==Pt?(z=!0,A.format=Pt,A.colorSpace=tn,A.outputChannels=4,A.shouldExpand=!0,A.decodeChannels={Y:0}):I==ln?(A.format=ln,A.colorSpace=tn,A.outputChannels=2,A.shouldExpand=!0,A.decodeChannels={Y:0}):I==ui?(A.format=ui,A.colorSpace=tn,A.outputChannels=1,A.decodeChannels={Y:0}):H=!0;break;default:H=!0}if(H)throw new Error("THREE.EXRLoader: invalid output format for specified file.");if(A.yCbCr&&(A.format=Pt,A.outputChannels=4,A.decodeChannels={Y:0,RY:1,BY:2},z=!0),A.type==1)switch(w){case Nt:A.getter=Ae;break;case wt:A.getter=xe;break}else if(A.type==2)switch(w){case Nt:A.getter=Q;break;case wt:A.getter=Re}else throw new Error("THREE.EXRLoader: unsupported pixelType "+A.type+" for "+u.compression+".");A.columns=A.width;let W=A.width*A.height*A.outputChannels;switch(w){case Nt:A.byteArray=new Float32Array(W),z&&A.byteArray.fill(1,0,W);break;case wt:A.byteArray=new Uint16Array(W),z&&A.byteArray.fill(15360,0,W);break;default:console.error("THREE.EXRLoader: unsupported type: ",w);break}let re=0;for(let j of u.channels)A.decodeChannels[j.name]!==void 0&&(A.channelByteOffsets[j.name]=re),re+=j.pixelType*2;if(A.totalBytes=re,A.outLineWidth=A.width*A.outputChannels,u.spec.deepFormat){A.deepChannels=[];let j=0;for(let ee of u.channels){let ue=ee.pixelType===0?4:ee.pixelType*2;A.deepChannels.push({name:ee.name,pixelType:ee.pixelType,bytesPerSample:ue}),j+=ue}A.deepBytesPerSample=j,A.chunkOffsets=u._chunkOffsets,A.multiPart=u.spec.multiPart,A.decode=lr.bind(A)}else if(u.spec.singleTile){A.blockHeight=u.tiles.ySize,A.blockWidth=u.tiles.xSize;let j=vo(u.tiles,A.width,A.height),ee=ms(j,A.width,u.tiles.xSize,u.tiles.roundingMode),ue=ms(j,A.height,u.tiles.ySize,u.tiles.roundingMode);A.tileCount=ee[0]*ue[0];for(let pe=0;pe<j;pe++)for(let ge=0;ge<ue[pe];ge++)for(let Ce=0;Ce<ee[pe];Ce++)ie(l,M);A.decode=or.bind(A)}else if(u.spec.multiPart)A.blockWidth=A.width,A.chunkOffsets=u._chunkOffsets,A.decode=gs.bind(A);else{A.blockWidth=A.width;let j=Math.ceil(A.height/A.blockHeight);for(let ee=0;ee<j;ee++)ie(l,M);A.decode=On.bind(A)}return A}let Cn={value:0},Ci=new DataView(e),ur=new Uint8Array(e),pi=cr(Ci,e,Cn),fr=Math.max(0,Math.min(this.part,pi.length-1)),kt=pi[fr];if(kt.spec.multiPart||kt.spec.deepFormat)for(let u=0;u<pi.length;u++){let l=pi[u].chunkCount;if(u===fr){kt._chunkOffsets=[];for(let m=0;m<l;m++)kt._chunkOffsets.push(ie(Ci,Cn))}else for(let m=0;m<l;m++)ie(Ci,Cn)}let sn=hr(kt,Ci,ur,Cn,this.type,this.outputFormat);if(sn.decode(),sn.shouldExpand){let u=sn.byteArray;if(this.outputFormat==Pt)for(let l=0;l<u.length;l+=4)u[l+2]=u[l+1]=u[l];else if(this.outputFormat==ln)for(let l=0;l<u.length;l+=2)u[l+1]=u[l]}if(sn.yCbCr){let u=sn.byteArray,l=sn.width*sn.height;if(this.type===wt)for(let m=0;m<l;m++){let M=m*4,w=ye.fromHalfFloat(u[M]),I=ye.fromHalfFloat(u[M+1]),A=ye.fromHalfFloat(u[M+2]),G=(1+I)*w,z=(1+A)*w,H=(w-G*.2126-z*.0722)/.7152;u[M]=ye.toHalfFloat(Math.max(0,G)),u[M+1]=ye.toHalfFloat(Math.max(0,H)),u[M+2]=ye.toHalfFloat(Math.max(0,z))}else for(let m=0;m<l;m++){let M=m*4,w=u[M],I=u[M+1],A=u[M+2],G=(1+I)*w,z=(1+A)*w;u[M]=Math.max(0,G),u[M+1]=Math.max(0,(w-G*.2126-z*.0722)/.7152),u[M+2]=Math.max(0,z)}}return{header:kt,width:sn.width,height:sn.height,data:sn.byteArray,format:sn.format,colorSpace:sn.colorSpace,type:this.type,minFilter:Mt,magFilter:Mt,generateMipmaps:!1,flipY:!1}}setDataType(e){return this.type=e,this}setOutputFormat(e){return this.outputFormat=e,this}setPart(e){return this.part=e,this}};var uo=class extends wi{constructor(e){super(e),this.type=wt}parse(e){let a=function(E,k){switch(E){case 1:throw new Error("THREE.HDRLoader: Read Error: "+(k||""));case 2:throw new Error("THREE.HDRLoader: Write Error: "+(k||""));case 3:throw new Error("THREE.HDRLoader: Bad File Format: "+(k||""));default:case 4:throw new Error("THREE.HDRLoader: Memory Error: "+(k||""))}},p=function(E,k,O){k=k||1024;let X=E.pos,K=-1,D=0,Z="",q=String.fromCharCode.apply(null,new Uint16Array(E.subarray(X,X+128)));for(;0>(K=q.indexOf(`
`))&&D<k&&X<E.byteLength;)Z+=q,D+=q.length,X+=128,q=String.fromCharCode.apply(null,new Uint16Array(E.subarray(X,X+128)));return-1<K?(O!==!1&&(E.pos+=D+K+1),Z+q.slice(0,K)):!1},f=function(E){let k=/^#\?(\S+)/,O=/^\s*GAMMA\s*=\s*(\d+(\.\d+)?)\s*$/,B=/^\s*EXPOSURE\s*=\s*(\d+(\.\d+)?)\s*$/,X=/^\s*FORMAT=(\S+)\s*$/,K=/^\s*\-Y\s+(\d+)\s+\+X\s+(\d+)\s*$/,D={valid:0,string:"",comments:"",programtype:"RGBE",format:"",gamma:1,exposure:1,width:0,height:0},Z,q;for((E.pos>=E.byteLength||!(Z=p(E)))&&a(1,"no header found"),(q=Z.match(k))||a(3,"bad initial token"),D.valid|=1,D.programtype=q[1],D.string+=Z+`
`;Z=p(E),Z!==!1;){if(D.string+=Z+`
`,Z.charAt(0)==="#"){D.comments+=Z+`
`;continue}if((q=Z.match(O))&&(D.gamma=parseFloat(q[1])),(q=Z.match(B))&&(D.exposure=parseFloat(q[1])),(q=Z.match(X))&&(D.valid|=2,D.format=q[1]),(q=Z.match(K))&&(D.valid|=4,D.height=parseInt(q[1],10),D.width=parseInt(q[2],10)),D.valid&2&&D.valid&4)break}return D.valid&2||a(3,"missing format specifier"),D.valid&4||a(3,"missing image size specifier"),D},g=function(E,k,O){let B=k;if(B<8||B>32767||E[0]!==2||E[1]!==2||E[2]&128)return new Uint8Array(E);B!==(E[2]<<8|E[3])&&a(3,"wrong scanline width");let X=new Uint8Array(4*k*O);X.length||a(4,"unable to allocate buffer space");let K=0,D=0,Z=4*B,q=new Uint8Array(4),J=new Uint8Array(Z),fe=O;for(;fe>0&&D<E.byteLength;){D+4>E.byteLength&&a(1),q[0]=E[D++],q[1]=E[D++],q[2]=E[D++],q[3]=E[D++],(q[0]!=2||q[1]!=2||(q[2]<<8|q[3])!=B)&&a(3,"bad rgbe scanline format");let $=0,ae;for(;$<Z&&D<E.byteLength;){ae=E[D++];let Se=ae>128;if(Se&&(ae-=128),(ae===0||$+ae>Z)&&a(3,"bad scanline data"),Se){let Ne=E[D++];for(let ne=0;ne<ae;ne++)J[$++]=Ne}else J.set(E.subarray(D,D+ae),$),$+=ae,D+=ae}let ce=B;for(let Se=0;Se<ce;Se++){let Ne=0;X[K]=J[Se+Ne],Ne+=B,X[K+1]=J[Se+Ne],Ne+=B,X[K+2]=J[Se+Ne],Ne+=B,X[K+3]=J[Se+Ne],K+=4}fe--}return X},y=function(E,k,O,B){let X=E[k+3],K=Math.pow(2,X-128)/255;O[B+0]=E[k+0]*K,O[B+1]=E[k+1]*K,O[B+2]=E[k+2]*K,O[B+3]=1},T=function(E,k,O,B){let X=E[k+3],K=Math.pow(2,X-128)/255;O[B+0]=ye.toHalfFloat(Math.min(E[k+0]*K,65504)),O[B+1]=ye.toHalfFloat(Math.min(E[k+1]*K,65504)),O[B+2]=ye.toHalfFloat(Math.min(E[k+2]*K,65504)),O[B+3]=ye.toHalfFloat(1)},_=new Uint8Array(e);_.pos=0;let x=f(_),R=x.width,N=x.height,P=g(_.subarray(_.pos),R,N),U,L,v;switch(this.type){case Nt:v=P.length/4;let E=new Float32Array(v*4);for(let O=0;O<v;O++)y(P,O*4,E,O*4);U=E,L=Nt;break;case wt:v=P.length/4;let k=new Uint16Array(v*4);for(let O=0;O<v;O++)T(P,O*4,k,O*4);U=k,L=wt;break;default:throw new Error("THREE.HDRLoader: Unsupported type: "+this.type)}return{width:R,height:N,data:U,header:x.string,gamma:x.gamma,exposure:x.exposure,type:L,colorSpace:tn,minFilter:Mt,magFilter:Mt,generateMipmaps:!1,flipY:!0}}setDataType(e){return this.type=e,this}};var ir=[0,.15,.3,.45,.65,.9],fi=`precision highp float; precision highp int;
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
}`;var sr=64,us=32,r0=1024,rr=class{constructor({name:e,width:t,height:n,rgb:s}){for(;t>r0;)({width:t,height:n,rgb:s}=ru({width:t,height:n,rgb:s},t>>1,n>>1));this.name=e,this.picture=iu(new ri(su(s),t,n,Pt,wt)),this.blur(ru({width:t,height:n,rgb:s},sr,us).rgb)}blur(e){let t=sr*us,[n,s,r,a]=[0,1,2,3].map(()=>new Float32Array(t));for(let p=0;p<t;++p){let f=(Math.floor(p/sr)+.5)/us*Math.PI,g=(p%sr+.5)/us*Math.PI-Math.PI;n[p]=Math.sin(f)*Math.sin(g),s[p]=Math.cos(f),r[p]=Math.sin(f)*Math.cos(g),a[p]=Math.sin(f)*(Math.PI/us)**2}this.irradiance=Array.from({length:9},()=>new V);for(let p=0;p<t;++p){let f=new V(e[3*p],e[3*p+1],e[3*p+2]).multiplyScalar(a[p]*Math.PI);a0(n[p],s[p],r[p]).forEach((g,y)=>this.irradiance[y].addScaledVector(f,g*(y?y<4?2/3:1/4:1)))}let o=ir.slice(1),c=new Float32Array(3*t*o.length),h=o.map(p=>p**4-1),d=new Float64Array(4*o.length);for(let p=0;p<t;++p){d.fill(0);for(let f=0;f<t;++f){let g=n[p]*n[f]+s[p]*s[f]+r[p]*r[f];if(g<=0)continue;let y=Math.min((1+g)/2,1),T=g*a[f];for(let _=0;_<o.length;++_){let x=T/(y*h[_]+1)**2;d[4*_]+=x*e[3*f],d[4*_+1]+=x*e[3*f+1],d[4*_+2]+=x*e[3*f+2],d[4*_+3]+=x}}for(let f=0;f<o.length;++f)for(let g=0;g<3;++g)c[3*(f*t+p)+g]=d[4*f+g]/d[4*f+3]}this.blurred=iu(new Si(su(c),sr,us,o.length)),this.blurred.type=wt}dispose(){this.picture.dispose(),this.blurred.dispose()}};function a0(i,e,t){return[.28209479177387814,.4886025119029199*e,.4886025119029199*t,.4886025119029199*i,1.0925484305920792*i*e,1.0925484305920792*e*t,.31539156525252005*(3*t*t-1),1.0925484305920792*i*t,.5462742152960396*(i*i-e*e)]}function iu(i){return i.wrapS=qi,i.wrapT=qt,i.minFilter=i.magFilter=Mt,i.generateMipmaps=!1,i.needsUpdate=!0,i}function su(i){let e=i.length/3,t=new Uint16Array(4*e),n=ye.toHalfFloat(1);for(let s=0;s<e;++s){for(let r=0;r<3;++r)t[4*s+r]=ye.toHalfFloat(Math.min(i[3*s+r],6e4));t[4*s+3]=n}return t}function ru({width:i,height:e,rgb:t},n,s){let r=au(t,e,i*3,s),a=ou(r,s,i),o=au(a,i,s*3,n);return{width:n,height:s,rgb:ou(o,n,s)}}function au(i,e,t,n){let s=new Float32Array(n*t),r=e/n;for(let a=0;a<n;++a)for(let o=Math.floor(a*r);o<Math.min(Math.ceil((a+1)*r),e);++o){let c=(Math.min(o+1,(a+1)*r)-Math.max(o,a*r))/r;for(let h=0;h<t;++h)s[a*t+h]+=c*i[o*t+h]}return s}function ou(i,e,t){let n=new Float32Array(i.length);for(let s=0;s<e;++s)for(let r=0;r<t;++r)for(let a=0;a<3;++a)n[3*(r*e+s)+a]=i[3*(s*t+r)+a];return n}async function lu(i){let e=await i.arrayBuffer(),t=i.name.replace(/\.\w+$/,""),n;try{n=(/\.exr$/i.test(i.name)?new ho:new uo).parse(e)}catch(p){throw new Error(`${i.name}: expected a panorama as .hdr or .exr, found something else (${p.message||p})`)}let{data:s,width:r,height:a}=n;if(Math.abs(r/a-2)>.02)throw new Error(`${i.name}: expected a panorama twice as wide as high, found ${r} x ${a} px`);let o=r*a,c=s.length/o,h=new Float32Array(3*o),d=/\.exr$/i.test(i.name);for(let p=0;p<a;++p)for(let f=0;f<r;++f)for(let g=0;g<3;++g){let y=((d?a-1-p:p)*r+f)*c+Math.min(g,c-1),T=s instanceof Uint16Array?ye.fromHalfFloat(s[y]):s[y];h[3*(p*r+f)+g]=Math.max(T,0)||0}return new rr({name:t,width:r,height:a,rgb:h})}var cu=.09,po=class{constructor({middle:e,radius:t,front:n,up:s}){Object.assign(this,{middle:e,radius:t,front:n,up:s,shot:null,target:e.clone()}),this.three=new Gt,this.three.matrixAutoUpdate=!1,this.position=new V,this.turn=new Ut}get distance(){return this.position.distanceTo(this.target)}axis(e,t,n){return new V(e,t,n).applyQuaternion(this.turn)}stand(e){let t=e.c2w,[n,s,r]=[0,1,2].map(a=>new V(t[0][a],t[1][a],t[2][a]));this.position.set(t[0][3],t[1][3],t[2][3]),this.turn.setFromRotationMatrix(new gt().makeBasis(n,s.negate(),r.clone().negate())),this.target=this.position.clone().addScaledVector(r,this.middle.clone().sub(this.position).dot(r)),this.lens={fx:e.K[0][0],fy:e.K[1][1],cx:e.K[0][2],cy:e.K[1][2],width:e.width,height:e.height},this.shot=e}standInFront(){this.position.copy(this.middle).addScaledVector(this.front,this.radius*4.2);let n=this.front.clone(),s=new V().crossVectors(this.up,n).normalize();this.turn.setFromRotationMatrix(new gt().makeBasis(s,new V().crossVectors(n,s),n)),this.target=this.middle.clone(),this.lens={fx:1900,fy:1900,cx:1e3/2,cy:1e3/2,width:1e3,height:1e3},this.shot=null}frame(e,t){let n=Math.min(e/this.lens.width,t/this.lens.height),[s,r]=[this.lens.width*n,this.lens.height*n];return{x:(e-s)/2,y:(t-r)/2,width:s,height:r,scale:n}}update(e,t){let{three:n,lens:s}=this,{x:r,y:a,scale:o}=this.frame(e,t),c=this.position.distanceTo(this.middle),h=Math.max(c-2*this.radius,.004*this.radius),d=c+2*this.radius,[p,f]=[r+s.cx*o,a+s.cy*o];n.projectionMatrix.set(2*s.fx*o/e,0,1-2*p/e,0,0,2*s.fy*o/t,2*f/t-1,0,0,0,-(d+h)/(d-h),-2*d*h/(d-h),0,0,-1,0),n.projectionMatrixInverse.copy(n.projectionMatrix).invert(),n.position.copy(this.position),n.quaternion.copy(this.turn),n.updateMatrix(),n.updateMatrixWorld(!0)}orbit(e,t){let n=this.position.clone().sub(this.target),s=n.angleTo(this.up);t=Math.min(Math.max(t,s-Math.PI+cu),s-cu);let r=new Ut().setFromAxisAngle(this.up,-e).multiply(new Ut().setFromAxisAngle(this.axis(1,0,0),-t));this.position.copy(this.target).add(n.applyQuaternion(r)),this.turn.premultiply(r).normalize(),this.shot=null}pan(e,t,n,s){let r=this.distance/(this.lens.fx*this.frame(n,s).scale),a=this.axis(1,0,0).multiplyScalar(-e*r).addScaledVector(this.axis(0,1,0),t*r);this.position.add(a),this.target.add(a),this.shot=null}zoom(e){let t=Math.min(Math.max(this.distance*e,.25*this.radius),30*this.radius);this.position.sub(this.target).setLength(t).add(this.target),this.shot=null}project(e,t,n){let s=e.clone().applyMatrix4(this.three.matrixWorldInverse),r=s.z<0;return s.applyMatrix4(this.three.projectionMatrix),{x:(s.x*.5+.5)*t,y:(.5-s.y*.5)*n,ahead:r}}};var xo=["flash","lamp","environment"],ds=["shaded","diffuse","specular","roughness","normals","checker"],mo=["photo","srgb","neutral","aces"],go=["diffuse","specular","roughness","normal"],fs=2048,uu=.5,o0={black:0,grey:7829367,white:16777215},_o=class{constructor(e,t){this.renderer=new oo({canvas:e,antialias:!1,alpha:!1,powerPreference:"high-performance"}),this.canvas=e,this.content=t;let{header:n}=t;this.shots=n.shots;let[s,r,a]=n.axes.map(ls);Object.assign(this,{front:s,left:r,up:a,middle:ls(n.middle),radius:n.radius,parts:[],panoramas:new Map}),this.camera=new po(this),this.state={light:"flash",show:"shaded",tone:"photo",exposure:0,shot:0,room:!0,shadows:!0,background:"black",backdrop:!0,maps:{diffuse:!0,specular:!0,roughness:!0,normal:!0},eyes:!0,wireframe:!1,opacity:n.opacity,environment:n.environments[0].name,angle:0,gaze:new V,lamp:null},this.build(),this.reset();let o=1.5*this.radius,c=this.shots.length?this.shot.light_rgb:n.light_rgb;this.lampRgb=c.map(h=>h*(o/this.reach())**2),this.state.lamp={direction:s.clone().addScaledVector(r,-.55).addScaledVector(a,.4).normalize(),distance:o},this.listeners=new Set,this.ready=this.load()}build(){this.scene=new Ki;let e=new Ft;this.shared=Object.fromEntries(Object.entries({light:0,show:0,lamp_position:new V,lamp_rgb:new V,shadows:!1,shadow_depth:null,shadow_view:new gt,shadow_lens:new bt,room:Array.from({length:9},()=>new V),irradiance:Array.from({length:9},()=>new V),occlusion:new Array(9).fill(0),room_scale:0,panorama:e,blurred:null,panorama_axes:new et,use_map:new bt(1,1,1,1),opacity:1}).map(([r,a])=>[r,{value:a}]));let t=(r,a,o,c)=>new es({glslVersion:Zs,vertexShader:r,fragmentShader:a,uniforms:o,...c}),n=new rn;n.setAttribute("position",new Yt(new Float32Array([-1,-1,0,3,-1,0,-1,3,0]),3));let s=(r,a)=>{let o=new an(n,t(eu,r,a,{depthTest:!1,depthWrite:!1,blending:gn}));return o.frustumCulled=!1,o};this.backdrop=s(tu,{panorama:this.shared.panorama,panorama_axes:this.shared.panorama_axes,blurred:this.shared.blurred,to_world:{value:new gt},eye:{value:new V}}),this.backdrop.renderOrder=-1,this.scene.add(this.backdrop),this.develop=s(nu,Object.fromEntries(Object.entries({radiance:null,exposure:1,gamma:2.2,rise:new Array(8).fill(1),tone:0,background:new V}).map(([r,a])=>[r,{value:a}]))),this.developing=new Ki,this.developing.add(this.develop),this.screenCamera=new Gt,this.depthOnly=t(fo,Hl,{},{side:on,blending:gn}),this.lines=t(fo,jh,{line:{value:new V(.05,.35,.9)}}),this.radiance=new Kt(1,1,{type:wt,samples:4,minFilter:It,magFilter:It,generateMipmaps:!1}),this.shadow=new Kt(fs,fs,{minFilter:It,magFilter:It,depthTexture:new bn(fs,fs,Nt)}),this.shared.shadow_depth.value=this.shadow.depthTexture,this.lampCamera=new Gt,this.lampCamera.matrixAutoUpdate=!1,this.material=t}async load(){let{content:e}=this,t=Math.min(8,this.renderer.capabilities.getMaxAnisotropy());await this.light(this.state.environment);for(let n of e.header.parts){let s=await zh(e,n),r={...this.shared},a={turn:new et,flat_diffuse:ls(n.flat.diffuse),flat_specular:n.flat.specular,flat_roughness:n.flat.roughness,normal_range:n.normal_range||0};for(let[d,p]of Object.entries(a))r[d]={value:p};for(let d of go)r[`${d}_map`]={value:n.maps[d]?await kh(e,n.maps[d],d==="diffuse",t):new Ft};r.use_map={value:new bt};let o=!!n.pivot;o&&(r.opacity={value:1});let c=new an(s,this.material(Jh,Qh,r,{side:on,blending:gn})),h=new an(s,this.material(fo,Hl,{},{side:on,colorWrite:!1}));c.matrixAutoUpdate=!1,c.frustumCulled=h.frustumCulled=!1,h.visible=!1,h.renderOrder=1,this.scene.add(c,h),this.parts.push({...n,mesh:c,veil:h,isEye:o,uniforms:r,pivot:o&&ls(n.pivot),looks:o&&ls(n.gaze)})}this.invalidate()}async light(e){if(!this.panoramas.has(e)){let t=this.content.header.environments.find(n=>n.name===e);this.panoramas.set(e,new rr(await Hh(this.content,t)))}this.state.environment=e,this.invalidate()}add(e){this.panoramas.set(e.name,e)}get environments(){return[...new Set([...this.content.header.environments.map(e=>e.name),...this.panoramas.keys()])]}get shot(){return this.shots[this.state.shot]}get hasEyes(){return this.parts.some(e=>e.isEye)}reset(e=this.state.shot){this.state.shot=e,this.shots.length?this.camera.stand(this.shots[e]):this.camera.standInFront(),this.invalidate()}get lampPosition(){return this.middle.clone().addScaledVector(this.state.lamp.direction,this.state.lamp.distance)}invalidate(){this.pending||this.gone||(this.pending=requestAnimationFrame(()=>{this.pending=0,this.draw()}))}draw(){let e=Math.min(window.devicePixelRatio||1,2),[t,n]=[this.canvas.clientWidth,this.canvas.clientHeight];if(!t||!n||!this.parts.length)return;this.renderer.setPixelRatio(e);let[s,r]=[Math.round(t*e),Math.round(n*e)];(this.canvas.width!==s||this.canvas.height!==r)&&this.renderer.setSize(t,n,!1),this.radiance.setSize(s,r),this.camera.update(t,n),this.prepare();let{renderer:a}=this;a.setRenderTarget(this.radiance),a.setClearColor(0,0),a.clear(),a.render(this.scene,this.camera.three),this.develop.material.uniforms.radiance.value=this.radiance.texture,a.setRenderTarget(null),a.render(this.developing,this.screenCamera);for(let o of this.listeners)o()}prepare(){let{state:e,shared:t,camera:n,shot:s}=this,r=(y,T)=>{t[y].value=T},a=e.show==="shaded",o=e.light==="flash";r("light",xo.indexOf(e.light)),r("show",ds.indexOf(e.show));let c=2**e.exposure;if(e.light!=="environment"){let y=o?this.flashPosition():this.lampPosition;t.lamp_position.value.copy(y),t.lamp_rgb.value.set(...o?s?s.light_rgb:this.content.header.light_rgb:this.lampRgb),o&&!n.shot&&(c*=(y.distanceTo(n.target)/this.reach())**2);let T=e.shadows&&(o?!!s?.shadows:!0)&&a;r("shadows",T),this.pose(),T&&this.castShadows(y)}else this.pose();let h=e.room&&e.light!=="environment"&&s?.room;r("room_scale",h?h.scale:0),h&&(h.sh_coeffs.forEach((y,T)=>t.room.value[T].set(...y)),r("occlusion",h.occlusion));let d=this.panoramas.get(e.environment);if(d){r("panorama",d.picture),r("blurred",d.blurred),r("irradiance",d.irradiance);let y=this.left.clone().negate(),T=new Ut().setFromAxisAngle(this.up,e.angle),[_,x]=[y,this.front.clone()].map(R=>R.applyQuaternion(T));t.panorama_axes.value.set(_.x,_.y,_.z,this.up.x,this.up.y,this.up.z,x.x,x.y,x.z)}this.backdrop.visible=e.light==="environment"&&e.backdrop&&a;let p=this.backdrop.material.uniforms;p.to_world.value.copy(n.three.matrixWorld).multiply(n.three.projectionMatrixInverse),p.eye.value.copy(n.position),p.blurred.value=t.blurred.value;let f=this.develop.material.uniforms;f.exposure.value=c,f.tone.value=a?mo.indexOf(e.tone):mo.length,f.gamma.value=s?s.gamma:2.2,f.rise.value=s?.rise||new Array(8).fill(1);let g=new ut().setHex(o0[e.background],"");f.background.value.set(g.r,g.g,g.b)}flashPosition(){let{camera:e,shot:t}=this,[n,s,r]=t?t.flash_offset:[0,0,0];return e.position.clone().add(e.axis(n,-s,-r))}reach(){if(!this.shot)return 4.2*this.radius;let e=new V(...this.shot.c2w.slice(0,3).map(n=>n[3])),t=new V(...this.shot.c2w.slice(0,3).map(n=>n[2]));return this.middle.clone().sub(e).dot(t)}pose(){let{state:e}=this,t=e.opacity<1;for(let n of this.parts){let{mesh:s,veil:r,uniforms:a}=n,o=!n.isEye||e.eyes;if(s.visible=o&&(n.isEye||e.opacity>0),n.isEye){let c=this.gazeTurn();s.matrix.makeTranslation(n.pivot).multiply(new gt().makeRotationFromQuaternion(c)).multiply(new gt().makeTranslation(n.pivot.clone().negate())),a.turn.value.setFromMatrix4(s.matrix)}else a.opacity.value=e.opacity,s.material.transparent=t,s.material.blending=t?hi:gn,s.renderOrder=t?2:0,r.visible=t&&s.visible,r.material.transparent=t;a.use_map.value.set(...go.map(c=>Number(e.maps[c]&&!!n.maps[c]))),e.wireframe&&!n.wire&&(n.wire=new Ps(new Fs(s.geometry),this.lines),n.wire.matrixAutoUpdate=n.wire.frustumCulled=!1,n.wire.renderOrder=3,this.scene.add(n.wire)),n.wire&&(n.wire.visible=e.wireframe&&s.visible,n.wire.matrix.copy(s.matrix)),s.material.polygonOffset=e.wireframe,s.material.polygonOffsetFactor=s.material.polygonOffsetUnits=1}this.scene.updateMatrixWorld(!0)}castShadows(e){let{shared:t,lampCamera:n,renderer:s}=this,r=e.distanceTo(this.middle);if(r<1.02*this.radius){t.shadows.value=!1;return}let a=this.middle.clone().sub(e).divideScalar(r),c=(Math.abs(a.y)<.9?new V(0,1,0):new V(1,0,0)).cross(a).normalize(),h=new V().crossVectors(a,c),d=fs/2*Math.sqrt(r**2-this.radius**2)/this.radius,p=r-1.01*this.radius,f=r+1.01*this.radius;n.matrix.makeBasis(c,h.negate(),a.clone().negate()).setPosition(e);let g=2*d/fs;n.projectionMatrix.set(g,0,0,0,0,g,0,0,0,0,-(f+p)/(f-p),-2*f*p/(f-p),0,0,-1,0),n.projectionMatrixInverse.copy(n.projectionMatrix).invert(),n.matrixWorld.copy(n.matrix),n.matrixWorldInverse.copy(n.matrix).invert(),t.shadow_view.value.makeScale(1,1,-1).multiply(n.matrixWorldInverse),t.shadow_lens.value.set(d,p,f,2*r/d);let y=this.scene.children.filter(_=>_.visible&&!this.parts.some(x=>x.mesh===_));y.forEach(_=>{_.visible=!1});let T=t.shadow_depth.value;t.shadow_depth.value=null,n.matrixWorldAutoUpdate=!1,this.scene.overrideMaterial=this.depthOnly,s.setRenderTarget(this.shadow),s.clear(),s.render(this.scene,n),this.scene.overrideMaterial=null,t.shadow_depth.value=T,y.forEach(_=>{_.visible=!0})}gazeTurn(){let t=this.parts.filter(n=>n.isEye).reduce((n,s)=>n.add(s.looks),new V).normalize();return new Ut().setFromUnitVectors(t,t.clone().add(this.state.gaze).normalize())}eyeAt(e,t){if(!this.state.eyes)return null;let n=new zs,s=new dt(e/this.canvas.clientWidth*2-1,1-t/this.canvas.clientHeight*2);n.ray.origin.copy(this.camera.position),n.ray.direction.set(s.x,s.y,.5).unproject(this.camera.three).sub(this.camera.position).normalize();let r=this.parts.filter(o=>o.mesh.visible&&(o.isEye||this.state.opacity===1)).map(o=>o.mesh),[a]=n.intersectObjects(r,!1);return a&&this.parts.find(o=>o.isEye&&o.mesh===a.object)||null}look(e,t,n){let{camera:s,state:r}=this,o=e.mesh.geometry.boundingSphere.radius*s.lens.fx*s.frame(this.canvas.clientWidth,this.canvas.clientHeight).scale/s.position.distanceTo(e.pivot),c=this.parts.filter(f=>f.isEye),h=c.reduce((f,g)=>f.add(g.looks),new V).normalize(),d=h.clone().add(r.gaze).addScaledVector(s.axis(1,0,0),t/o).addScaledVector(s.axis(0,1,0),-n/o).normalize(),p=h.angleTo(d);p>uu&&d.copy(h).applyQuaternion(new Ut().slerp(new Ut().setFromUnitVectors(h,d),uu/p)),r.gaze=d.sub(h),this.invalidate()}picture(){return this.draw(),new Promise(e=>this.canvas.toBlob(e,"image/png"))}async turntable(e,t){let n=["video/mp4;codecs=avc1.640028","video/mp4","video/webm;codecs=vp9","video/webm"].find(h=>window.MediaRecorder?.isTypeSupported(h));if(!n)throw new Error("This browser records no video; lib.export.turntable writes one from Python.");let s=new MediaRecorder(this.canvas.captureStream(30),{mimeType:n,videoBitsPerSecond:12e6}),r=[];s.ondataavailable=h=>r.push(h.data);let a=new Promise(h=>{s.onstop=h}),o={position:this.camera.position.clone(),turn:this.camera.turn.clone(),shot:this.camera.shot};s.start();let c=performance.now();for(let h=0,d=0;d<1;)await new Promise(requestAnimationFrame),d=Math.min((performance.now()-c)/(1e3*e),1),this.camera.orbit(2*Math.PI*d-h,0),h=2*Math.PI*d,this.draw(),t?.(d);return s.stop(),await a,Object.assign(this.camera,{shot:o.shot}),this.camera.position.copy(o.position),this.camera.turn.copy(o.turn),this.invalidate(),{blob:new Blob(r,{type:n.split(";")[0]}),extension:n.includes("mp4")?"mp4":"webm"}}dispose(){this.gone=!0,cancelAnimationFrame(this.pending),this.panoramas.forEach(e=>e.dispose()),this.renderer.dispose(),this.renderer.forceContextLoss()}};var Gl={flash:"Flash",lamp:"Lamp",environment:"Environment",shaded:"Shaded",diffuse:"Diffuse",specular:"Specular",roughness:"Roughness",normals:"Normals",checker:"UV checker",photo:"As the photo",srgb:"Plain sRGB",neutral:"Neutral (Khronos)",aces:"Film (ACES)",black:"Black",grey:"Grey",white:"White",normal:"Normal"},l0=[["Drag · one finger","turn the head"],["Right drag · Shift drag · two fingers","move"],["Wheel · pinch · + −","zoom"],["← → ↑ ↓","turn; with Shift: move"],["0","back to the photo's camera"],["C","photo over render, and back"],["1 2 3","flash, lamp, environment"],["V","next view: shaded, diffuse, …"],["W","wireframe"],["E","eyes on or off"],["[ ]","darker, brighter"],["< >","turn the environment or the lamp"],["S","screenshot"],["T","turntable film"],["Esc","give the wheel back to the page"]],fu=8;function Ke(i,e={},...t){let n=document.createElement(i);for(let[s,r]of Object.entries(e))s.startsWith("on")?n.addEventListener(s.slice(2),r):r!==void 0&&r!==!1&&n.setAttribute(s,r===!0?"":r);return n.append(...t.filter(s=>s!=null)),n}function Vl({whole:i}){let e=Ke("canvas",{class:"hv-canvas","aria-label":"The head. Drag to turn it; press ? for help."}),t=Ke("div",{class:"hv-note",role:"status"},"Loading the head …"),n=Ke("div",{class:"hv-stage"},e,t),s=Ke("div",{class:"hv-panel"}),r=Ke("div",{class:`hv-root${i?" hv-whole":""}`,tabindex:0,"data-lm-suppress-shortcuts":"true","data-jp-suppress-context-menu":"true"},n,s),a=(o,c=!1)=>{t.textContent=o,t.hidden=!o,t.classList.toggle("problem",c)};return{root:r,stage:n,panel:s,canvas:e,say:a,attach:o=>c0({root:r,stage:n,panel:s,canvas:e,say:a,whole:i,viewer:o})}}function c0({root:i,stage:e,panel:t,canvas:n,say:s,whole:r,viewer:a}){let{state:o,camera:c}=a,h=new AbortController,{signal:d}=h,p=(b,me,we,Fe={})=>b.addEventListener(me,we,{...Fe,signal:d}),f=()=>{ne(),a.invalidate()},g={compare:!1,split:.5,filming:!1},y=0,T=(b,me)=>{s(b,me),clearTimeout(y),y=setTimeout(()=>s(""),me?8e3:2500)},_=(b,me,we,Fe)=>Ke("button",{type:"button",title:we,"data-name":b,onclick:()=>{Fe(),i.focus({preventScroll:!0})}},me),x=[];function R(b,me,we,Fe,oe){let Ge=Ke("select",{"data-name":b,onchange:()=>{oe(Ge.value),f()}});return x.push(()=>{let Ue=typeof we=="function"?we():we;Ge.options.length!==Ue.length&&Ge.replaceChildren(...Ue.map(ke=>Ke("option",{value:ke},Gl[ke]||ke))),Ge.value=Fe()}),Ke("label",{class:"hv-row"},Ke("span",{},me),Ge)}function N(b,me,[we,Fe,oe],Ge,Ue,ke){let C=Ke("input",{type:"range",min:we,max:Fe,step:oe,"data-name":b,oninput:()=>{Ue(+C.value),f()}}),S=Ke("output",{});return x.push(()=>{C.value=Ge(),S.textContent=ke(Ge())}),Ke("label",{class:"hv-row"},Ke("span",{},me),C,S)}function P(b,me,we,Fe){let oe=Ke("input",{type:"checkbox","data-name":b,onchange:()=>{Fe(oe.checked),f()}});return x.push(()=>{oe.checked=we()}),Ke("label",{class:"hv-tick"},oe,me)}let U=(b,me,...we)=>Ke("section",{"data-name":b},Ke("h3",{},me),...we),L=(b,me)=>`${b>0?"+":b<0?"−":""}${Math.abs(b).toFixed(1)} ${me}`,v=xo.map((b,me)=>_(`light-${b}`,Gl[b],`${["Flash at the camera","A lamp you drag","Light from all around"][me]} (${me+1})`,()=>{o.light=b,f()})),E=_("reset","Reset view","Back to the photo's camera (0)",()=>be()),k=_("compare","Compare","The photo slides over the render (C)",()=>Be()),O=_("screenshot","Screenshot","Save what is shown as PNG (S)",()=>We()),B=_("turntable","Turntable",`Film one turn of ${fu} s, as MP4 or WebM (T)`,()=>mt()),X=_("full","Full screen","Fill the screen; Esc leaves",()=>document.fullscreenElement?document.exitFullscreen():i.requestFullscreen?.()),K=_("help","?","Keys and gestures (?)",()=>{Se.hidden=!Se.hidden}),D=_("fold","Controls","Show or hide the controls",()=>{i.classList.toggle("hv-folded")}),Z=Ke("input",{type:"file",accept:".hdr,.exr",hidden:!0,"data-name":"panorama-file",onchange:()=>Z.files[0]&&Xe(Z.files[0])}),q=Ke("div",{class:"hv-pad",tabindex:0,role:"slider","aria-label":"Direction of the lamp","aria-valuetext":"","data-name":"pad",title:"Where the lamp is: the middle is at the camera, the rim behind the head"},Ke("i")),J=b=>a.shots.some(me=>me.room)?P(b,"Room light of the capture",()=>o.room,me=>{o.room=me}):null,fe={flash:Ke("div",{},J("room"),Ke("p",{},"The flash sits at the camera. Off the photo's place, exposure follows the distance.")),lamp:Ke("div",{},Ke("div",{class:"hv-beside"},q,Ke("p",{},"Drag the lamp in the picture, or here: the middle is at the camera, the rim behind the head.")),N("lamp-distance","Distance",[1.2,8,.05],()=>o.lamp.distance/a.radius,b=>{o.lamp.distance=b*a.radius},b=>`${b.toFixed(1)} ×`),P("shadows","Shadows",()=>o.shadows,b=>{o.shadows=b}),J("room-too")),environment:Ke("div",{},R("environment","Scene",()=>a.environments,()=>o.environment,b=>a.light(b)),N("angle","Rotation",[-180,180,1],()=>Math.round(o.angle*180/Math.PI),b=>{o.angle=b*Math.PI/180},b=>`${b}°`),P("backdrop","Show it behind the head",()=>o.backdrop,b=>{o.backdrop=b}),Ke("div",{},_("panorama","Open .hdr or .exr …","A panorama of your own, twice as wide as high",()=>Z.click()),Z))};t.append(U("light","Light",...Object.values(fe)),U("picture","Picture",N("exposure","Exposure",[-4,4,.1],()=>o.exposure,b=>{o.exposure=b},b=>L(b,"EV")),R("tone","Tones",mo,()=>o.tone,b=>{o.tone=b}),R("background","Backdrop",["black","grey","white"],()=>o.background,b=>{o.background=b})),U("surface","Surface",R("show","View",ds,()=>o.show,b=>{o.show=b}),Ke("div",{class:"hv-maps"},"Maps in use"),Ke("div",{class:"hv-ticks",role:"group","aria-label":"Maps in use"},...go.map(b=>P(`map-${b}`,Gl[b],()=>o.maps[b],me=>{o.maps[b]=me}))),Ke("div",{class:"hv-ticks hv-apart"},P("wireframe","Wireframe",()=>o.wireframe,b=>{o.wireframe=b}),a.hasEyes?P("eyes","Eyes",()=>o.eyes,b=>{o.eyes=b}):null),N("opacity","Head",[0,1,.05],()=>o.opacity,b=>{o.opacity=b},b=>`${Math.round(100*b)} %`))),a.hasEyes&&t.append(U("gaze","Gaze",Ke("div",{class:"hv-beside"},_("ahead","Look ahead","As the eyes were exported",()=>{o.gaze.set(0,0,0),f()}),Ke("p",{},"Drag an eye to turn both.")))),a.shots.length&&t.append(U("photo","Photo",a.shots.length>1?R("shot","Camera",a.shots.map((b,me)=>String(me)),()=>String(o.shot),b=>be(+b)):Ke("p",{},a.shots[0].name)));let $=Ke("img",{class:"hv-photo",alt:"The photo",draggable:"false"}),ae=Ke("div",{class:"hv-divider",tabindex:0,role:"slider","aria-label":"How much of the photo is shown","data-name":"divider"},Ke("b",{},"photo"),Ke("b",{},"render")),ce=Ke("div",{class:"hv-lamp",tabindex:0,role:"slider","aria-label":"Lamp","aria-valuetext":"","data-name":"lamp",title:"Drag the lamp"}),Se=Ke("div",{class:"hv-help",hidden:!0,onclick:()=>{Se.hidden=!0}},Ke("h3",{},"Keys and gestures"),Ke("dl",{},...l0.flatMap(([b,me])=>[Ke("dt",{},b),Ke("dd",{},me)])));e.append($,ae,ce,Ke("div",{class:"hv-bar hv-bar-left"},Ke("span",{class:"hv-group",role:"group","aria-label":"Light"},...v)),Ke("div",{class:"hv-bar hv-bar-right"},Ke("span",{class:"hv-group"},E,a.shots.some(b=>b.image)?k:null),Ke("span",{class:"hv-group"},O,B),Ke("span",{class:"hv-group"},X,D,K)),Se);let Ne=()=>[n.clientWidth,n.clientHeight];function ne(){x.forEach(Ge=>Ge());let b=t.querySelector('[data-name="shot"]');b&&[...b.options].forEach((Ge,Ue)=>{Ge.textContent=a.shots[Ue].name}),xo.forEach((Ge,Ue)=>{v[Ue].classList.toggle("on",Ge===o.light),v[Ue].setAttribute("aria-pressed",Ge===o.light),fe[Ge].hidden=Ge!==o.light}),k.classList.toggle("on",g.compare),k.setAttribute("aria-pressed",g.compare);let[me,we]=Ne(),Fe=c.lens&&me?c.frame(me,we):null,oe=g.compare&&c.shot?.image&&Fe;$.hidden=ae.hidden=!oe,oe&&($.dataset.name!==c.shot.name&&($.dataset.name=c.shot.name,URL.revokeObjectURL($.src),$.src=URL.createObjectURL(a.content.blob(c.shot.image))),Object.assign($.style,{left:`${Fe.x}px`,top:`${Fe.y}px`,width:`${Fe.width}px`,height:`${Fe.height}px`,clipPath:`inset(0 ${100*(1-g.split)}% 0 0)`}),Object.assign(ae.style,{left:`${Fe.x+g.split*Fe.width}px`,top:`${Fe.y}px`,height:`${Fe.height}px`}),ae.setAttribute("aria-valuenow",Math.round(100*g.split))),i.dataset.view=JSON.stringify({ready:a.parts.length>0,light:o.light,atPhoto:!!c.shot,shot:o.shot,frame:Fe,exposure:o.exposure,angle:o.angle,environment:o.environment,position:c.position.toArray(),gaze:o.gaze.toArray(),lamp:a.lampPosition.toArray(),lampRgb:a.lampRgb,show:o.show,compare:!!oe,drawn:g.drawn||0})}a.listeners.add(()=>{let[b,me]=Ne();if(ce.hidden=o.light!=="lamp"||o.show!=="shaded"||g.filming,!ce.hidden){let we=c.project(a.lampPosition,b,me),Fe=we.ahead&&we.x>0&&we.x<b&&we.y>0&&we.y<me;we.ahead||(we.x=b-we.x,we.y=me-we.y),ce.style.left=`${Math.min(Math.max(we.x,18),b-18)}px`,ce.style.top=`${Math.min(Math.max(we.y,60),me-18)}px`,ce.classList.toggle("outside",!Fe);let[oe,Ge]=ot();q.firstChild.style.left=`${50+50*oe}%`,q.firstChild.style.top=`${50+50*Ge}%`}g.drawn=(g.drawn||0)+1,ne()});function be(b=o.shot){a.reset(b),f()}function Be(){g.compare=!(g.compare&&c.shot),g.compare&&(o.light="flash",o.show="shaded",be()),f()}let He=(b,me)=>{let we=Ke("a",{href:URL.createObjectURL(b),download:me});we.click(),setTimeout(()=>URL.revokeObjectURL(we.href),1e4),T(`Saved ${me} to your downloads`)},de=a.content.header.title||"head";async function We(){He(await a.picture(),`${de}.png`)}async function mt(){if(!g.filming){g.filming=!0;try{let{blob:b,extension:me}=await a.turntable(fu,we=>s(`Filming: ${Math.round(100*we)} %`));He(b,`${de}_turntable.${me}`)}catch(b){T(b.message,!0)}finally{g.filming=!1,f()}}}async function Xe(b){s(`Reading ${b.name} …`);try{let me=await lu(b);a.add(me),await a.light(me.name),s("")}catch(me){T(me.message,!0)}Z.value="",f()}function ot(){let{direction:b}=o.lamp,me=b.dot(c.axis(1,0,0)),we=-b.dot(c.axis(0,1,0)),Fe=b.dot(c.axis(0,0,1)),oe=Math.atan2(Math.hypot(me,we),Fe)/Math.PI,Ge=Math.hypot(me,we)||1;return[oe*me/Ge,oe*we/Ge]}function lt(b,me){let we=Math.min(Math.hypot(b,me),1),Fe=Math.PI*we,oe=Math.sin(Fe)/(Math.hypot(b,me)||1);o.lamp.direction.copy(c.axis(oe*b,-oe*me,Math.cos(Fe))).normalize(),f()}function st(b,me){let[we,Fe]=ot();lt(we+b,Fe+me)}function Rt(b,me){let[we,Fe]=Ne(),oe=c.project(a.middle,we,Fe),Ge=c.position.distanceTo(a.middle),Ue=c.lens.fx*c.frame(we,Fe).scale/Ge*o.lamp.distance,[ke,C]=[(b-oe.x)/Ue,(me-oe.y)/Ue],S=o.lamp.direction.dot(c.axis(0,0,1))>=0,Y=Math.hypot(ke,C);Y>.999&&(ke*=.999/Y,C*=.999/Y),o.lamp.direction.copy(c.axis(ke,-C,(S?1:-1)*Math.sqrt(1-ke*ke-C*C))).normalize(),f()}function St(b,me,we=()=>!0){p(b,"pointerdown",Fe=>{if(!we(Fe))return;Fe.preventDefault(),Fe.stopPropagation(),b.focus({preventScroll:!0}),b.setPointerCapture(Fe.pointerId),me(Fe);let oe=Ue=>me(Ue),Ge=()=>b.removeEventListener("pointermove",oe);b.addEventListener("pointermove",oe),b.addEventListener("pointerup",Ge,{once:!0}),b.addEventListener("pointercancel",Ge,{once:!0})})}let Ct=b=>{let me=n.getBoundingClientRect();return[b.clientX-me.left,b.clientY-me.top]};St(ce,b=>{b.type==="pointermove"&&Rt(...Ct(b))}),St(q,b=>{let me=q.getBoundingClientRect();lt((b.clientX-me.left)/me.width*2-1,(b.clientY-me.top)/me.height*2-1)}),St(ae,b=>{let me=c.frame(...Ne());g.split=Math.min(Math.max((Ct(b)[0]-me.x)/me.width,0),1),ne()});let ft=new Map,Vt=null,Et=!1;p(n,"pointerdown",b=>{b.preventDefault(),i.focus({preventScroll:!0}),n.setPointerCapture(b.pointerId),ft.set(b.pointerId,Ct(b)),Et=b.button>0||b.shiftKey,Vt=ft.size===1&&!Et?a.eyeAt(...Ct(b)):null,n.classList.toggle("held",!0),Se.hidden=!0}),p(n,"pointermove",b=>{let me=ft.get(b.pointerId),we=Ct(b);if(!me){!(b.buttons||b.pointerType==="touch")&&a.hasEyes&&n.classList.toggle("eye",!!(a.parts.length<8&&o.opacity===1&&Wt(we)));return}let[Fe,oe]=[we[0]-me[0],we[1]-me[1]];if(ft.size===2){let[Ge]=[...ft].filter(([ke])=>ke!==b.pointerId).map(([,ke])=>ke),Ue=ke=>Math.max(Math.hypot(ke[0]-Ge[0],ke[1]-Ge[1]),10);c.zoom(Ue(me)/Ue(we)),c.pan(Fe/2,oe/2,...Ne())}else Vt?a.look(Vt,Fe,oe):Et?c.pan(Fe,oe,...Ne()):c.orbit(Fe/Ne()[1]*3.5,oe/Ne()[1]*3.5);ft.set(b.pointerId,we),f()});let zt=b=>{ft.delete(b.pointerId),ft.size||(Vt=null,n.classList.remove("held"))};p(n,"pointerup",zt),p(n,"pointercancel",zt);function Wt([b,me]){let[we,Fe]=Ne();return a.parts.some(oe=>{if(!oe.isEye||!o.eyes)return!1;let Ge=c.project(oe.pivot,we,Fe),Ue=oe.mesh.geometry.boundingSphere.radius*c.lens.fx*c.frame(we,Fe).scale/c.position.distanceTo(oe.pivot);return Math.hypot(Ge.x-b,Ge.y-me)<.8*Ue})}p(i,"contextmenu",b=>{b.target===n&&(b.preventDefault(),b.stopPropagation())}),p(n,"wheel",b=>{if(!(r||i.contains(document.activeElement)||i.getRootNode().activeElement===i)){T("Click the picture first, then the wheel zooms");return}b.preventDefault(),c.zoom(Math.exp(b.deltaY*(b.deltaMode?.05:.0012))),f()},{passive:!1}),p(i,"keydown",b=>{if(b.ctrlKey||b.metaKey||b.altKey)return;let{target:me,key:we}=b;if(["SELECT","INPUT"].includes(me.tagName)||me.tagName==="BUTTON"&&["Enter"," "].includes(we)){b.stopPropagation();return}let oe={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]}[we],Ge=C=>o.light==="lamp"?st(.04*C,0):o.angle=h0(o.angle+C*Math.PI/36),ke={0:()=>be(),"+":()=>c.zoom(.88),"=":()=>c.zoom(.88),"-":()=>c.zoom(1/.88),c:Be,1:()=>{o.light="flash"},2:()=>{o.light="lamp"},3:()=>{o.light="environment"},v:()=>{o.show=ds[(ds.indexOf(o.show)+1)%ds.length]},w:()=>{o.wireframe=!o.wireframe},e:()=>{o.eyes=!o.eyes},"[":()=>{o.exposure=Math.max(o.exposure-.2,-4)},"]":()=>{o.exposure=Math.min(o.exposure+.2,4)},"<":()=>Ge(-1),">":()=>Ge(1),",":()=>Ge(-1),".":()=>Ge(1),s:We,t:mt,"?":()=>{Se.hidden=!Se.hidden},Escape:()=>{Se.hidden?document.activeElement?.blur():Se.hidden=!0}}[we.length===1?we.toLowerCase():we];if(oe&&(me===ce||me===q))st(.03*oe[0],.03*oe[1]);else if(oe&&me===ae)g.split=Math.min(Math.max(g.split+.02*oe[0],0),1);else if(oe&&b.shiftKey)c.pan(-25*oe[0],-25*oe[1],...Ne());else if(oe)c.orbit(-.08*oe[0],-.08*oe[1]);else if(ke)ke();else return;b.preventDefault(),b.stopPropagation(),f()});let Xt=new ResizeObserver(()=>f());return Xt.observe(n),p(n,"webglcontextlost",b=>{b.preventDefault(),a.gone||s("The graphics card dropped this viewer (too many of them are open). Run the cell again.",!0)}),i.classList.toggle("hv-folded",i.clientWidth<640),s(""),f(),()=>{h.abort(),Xt.disconnect(),clearTimeout(y),URL.revokeObjectURL($.src),a.dispose()}}var h0=i=>Math.atan2(Math.sin(i),Math.cos(i));var du=`.hv-root {
  --ink: var(--jp-ui-font-color1, #e8eaee); --soft: var(--jp-ui-font-color2, #a9afba); --paper: var(--jp-layout-color1, #1b1e24);
  --raised: var(--jp-layout-color2, #272b33); --line: var(--jp-border-color2, #3a3f4a); --accent: var(--jp-brand-color1, #4c9aff);
  font: 13px/1.4 var(--jp-ui-font-family, system-ui, -apple-system, "Segoe UI", sans-serif); color: var(--ink); background: var(--paper);
  display: flex; height: min(640px, 82vh); min-height: 380px; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; outline: none;
  container-type: inline-size; box-sizing: border-box; position: relative;
}
.hv-root *, .hv-root *::before { box-sizing: border-box; }
.hv-root:focus-within { border-color: var(--accent); }
.hv-root.hv-whole, .hv-root:fullscreen { height: 100dvh; width: 100vw; border: 0; border-radius: 0; min-height: 0; }
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
.hv-bar { position: absolute; top: 10px; display: flex; flex-wrap: wrap; gap: 8px; pointer-events: none; }
.hv-bar-left { left: 10px; }
.hv-bar-right { right: 10px; justify-content: flex-end; }
.hv-group { display: inline-flex; pointer-events: auto; border-radius: 6px; overflow: hidden; box-shadow: 0 0 0 1px #ffffff26; }
.hv-root .hv-group button { border: 0; border-radius: 0; background: #1b1e24d9; color: #eef0f4; padding: 4px 10px; min-height: 30px; border-left: 1px solid #ffffff1f; }
.hv-root .hv-group button:first-child { border-left: 0; }
.hv-root .hv-group button:hover { background: #343944; }
.hv-root .hv-group button.on { background: #2f7de1; color: #fff; }
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
.hv-help { position: absolute; inset: 50px auto auto 50%; transform: translateX(-50%); z-index: 4; max-height: calc(100% - 70px); overflow: auto; width: min(430px, 92%); padding: 14px 18px; border-radius: 8px; background: #1b1e24f5; color: #eef0f4; box-shadow: 0 6px 30px #000a; cursor: pointer; }
.hv-help h3 { color: #a9afba; }
.hv-help dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0; }
.hv-help dt { font-weight: 600; margin: 0; }
.hv-help dd { margin: 0; color: #c6cad2; }
@container (max-width: 860px) {
  .hv-bar-right { top: 48px; }
  .hv-root .hv-group button { padding: 4px 7px; }
}
@container (max-width: 640px) {
  .hv-stage { width: 100%; }
  .hv-panel { position: absolute; right: 0; top: 86px; bottom: 0; width: min(262px, 78%); background: color-mix(in srgb, var(--paper) 92%, transparent); z-index: 2; }
}
`;var f0=15e3,d0="The kernel sends no head: it is busy, or was restarted. Run the cell above again.";async function mu(i,e){try{let t=new _o(i.canvas,e);return await t.ready,i.root.viewer=t,i.attach(t)}catch(t){let n=/WebGL/i.test(t.message);return i.say(n?"This browser offers no WebGL 2. Switch on hardware acceleration in its settings, or use another browser.":`The head cannot be shown: ${t.message}`,!0),console.error(t),()=>{}}}function gu(i){let e=document.createElement("style");e.textContent=du,i.prepend(e)}function p0({model:i,el:e}){let t=Vl({whole:!1});gu(t.root),e.append(t.root);let n=null,s=!1,r=setTimeout(()=>t.say(d0,!0),f0);async function a(o,c){o.kind!=="head"||n||s||(clearTimeout(r),n=()=>{},n=await mu(t,new er(o.header,c)),s&&n())}return i.on("msg:custom",a),i.send({do:"load"}),()=>{s=!0,clearTimeout(r),i.off("msg:custom",a),n?.()}}async function m0(i){let e=Vl({whole:!0});gu(e.root),document.body.append(e.root),e.root.focus();let t=await(await fetch(`data:application/octet-stream;base64,${i.textContent.trim()}`)).arrayBuffer();i.remove(),await mu(e,Gh(new Uint8Array(t)))}var pu=document.getElementById("head-viewer-data");pu&&m0(pu);var Cy={render:p0};export{Cy as default};
